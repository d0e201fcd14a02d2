import { Button } from 'antd';

import { useText } from '../../i18n/use-text.js';
import { useIsPhone } from '../../shared/use-is-phone.js';
import type { ReviewLine } from './use-review-lines.js';
import type { Taking } from './use-verdict.js';

interface VerdictBarProps {
  readonly line: ReviewLine;
  readonly isPending: boolean;
  readonly onAccept: () => void;
  readonly onTake: (verdict: Taking) => void;
}

const TAKINGS: readonly (readonly [Taking, string])[] = [
  ['RETURNED', 'R'],
  ['HELD', 'H'],
  ['CUT', 'C'],
];

export function VerdictBar({ line, isPending, onAccept, onTake }: VerdictBarProps) {
  const { t } = useText();
  const isPhone = useIsPhone();
  const hint = (key: string) => (isPhone ? null : <kbd className="yb-key">{key}</kbd>);
  return (
    <div className="yb-verdicts" role="group" aria-label={t('claim:lines.verdict')}>
      <Button type="primary" loading={isPending} onClick={onAccept}>
        {t('review:verdict.ACCEPTED')} {hint('A')}
      </Button>
      {TAKINGS.map(([verdict, key]) => (
        <Button
          key={verdict}
          disabled={isPending || (verdict === 'CUT' && line.amountFen <= 0)}
          onClick={() => onTake(verdict)}
        >
          {t(`review:verdict.${verdict}`)} {hint(key)}
        </Button>
      ))}
    </div>
  );
}
