import type { GateSpec } from '../pack/pack.types.js';
import type { Describe } from './node.js';

export const paren = (text: string, isZh: boolean): string =>
  text === '' ? '' : isZh ? `（${text}）` : ` (${text})`;

const PER_WHAT = {
  CALENDAR_DAY: ['日均', ' a day'],
  SERVICE_DAY: ['服务日均', ' a day with service'],
  MONTH: ['月均', ' a month'],
} as const;

/** Of whom, on an average of what, and at most how much for one person on one day. */
export function countedWords(
  base: string,
  spec: {
    readonly who?: GateSpec;
    readonly perPersonDay?: number;
    readonly average?: keyof typeof PER_WHAT;
  },
  { locale, gate }: Describe,
): string {
  const isZh = locale === 'zh';
  const [before, after] = spec.average === undefined ? ['', ''] : PER_WHAT[spec.average];
  const most =
    spec.perPersonDay === undefined
      ? ''
      : isZh
        ? `，每人每天最多计${spec.perPersonDay}`
        : `, at most ${spec.perPersonDay} a person a day`;
  const who =
    spec.who === undefined ? '' : isZh ? `，限${gate(spec.who)}` : `, of those ${gate(spec.who)}`;
  return isZh ? `${before}${base}${most}${who}` : `${base}${after}${most}${who}`;
}
