import { useQuery } from '@tanstack/react-query';
import { Form, Radio } from 'antd';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { useClaimContents } from '../../shared/claim/claim-title.js';
import { HELD_LINES } from '../../shared/claim/held.queries.js';
import { useReasons } from '../../shared/claim/reasons.js';
import { useSession } from '../../shared/session.js';
import { Month, Yuan } from '../../shared/values.js';
import { heldArguments, openOf, type PaperPlace } from './held-of-paper.js';

export type HeldAnswer = 'keep' | 'release' | 'refuse';

export const heldAnswered = (
  held: Readonly<Record<string, HeldAnswer>> | undefined,
  answer: HeldAnswer,
): string[] =>
  Object.entries(held ?? {}).flatMap(([lineId, given]) => (given === answer ? [lineId] : []));

const ANSWERS: readonly HeldAnswer[] = ['keep', 'release', 'refuse'];
const MOST = 100;

/** Lines that earlier decisions left open, and what the paper says of each; none, and nothing is asked. */
export function PaperHeld(at: PaperPlace) {
  const { t } = useText();
  const contentsOf = useClaimContents();
  const { reasonName } = useReasons();
  const { centers } = useSession();
  const { data } = useQuery({
    queryKey: ['held', 'open', at.centerId, at.claimId ?? null],
    queryFn: async () =>
      (await execute(HELD_LINES, { ...heldArguments(at, centers), page: 1, pageSize: MOST }))
        .heldLines.items,
  });
  const open = openOf(data ?? [], at.centerId);
  return open.length === 0 ? null : (
    <fieldset className="yb-exceptions">
      <legend>{t('review:paper.held')}</legend>
      {open.map((line) => (
        <Form.Item
          key={line.lineId}
          name={['held', line.lineId]}
          initialValue="keep"
          label={
            <span>
              {line.subjectName ?? t('claim:lines.center')} · {contentsOf({ contents: [line] })} ·{' '}
              <Month value={line.month} /> · <Yuan fen={line.amountFen} />
              <span className="yb-soft" style={{ display: 'block' }}>
                {[reasonName(line.code), line.text].filter(Boolean).join(' · ')}
              </span>
            </span>
          }
        >
          <Radio.Group
            options={ANSWERS.map((value) => ({ value, label: t(`review:paper.answer.${value}`) }))}
          />
        </Form.Item>
      ))}
    </fieldset>
  );
}
