import { useQuery } from '@tanstack/react-query';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { Panel } from '../panel.js';
import { Day, Month, Yuan } from '../values.js';
import { useClaimContents } from './claim-title.js';
import { HeldOutcome, type HeldRow } from './held-state.js';
import { HELD_LINES } from './held.queries.js';
import { useReasons } from './reasons.js';

const MOST = 100;

/** Beside a statement: which lines it left open and what became of them, and which earlier ones it carries. */
export function HeldPanel({ claimId }: { readonly claimId: string }) {
  const { t } = useText();
  const { data } = useQuery({
    queryKey: ['claim', claimId, 'held'],
    queryFn: async () =>
      (await execute(HELD_LINES, { claimId, page: 1, pageSize: MOST })).heldLines.items,
  });
  const mine = data?.filter((line) => line.claimId === claimId) ?? [];
  const carried = data?.filter((line) => line.claimId !== claimId) ?? [];
  return (
    <>
      <HeldTable title={t('bureau:held.mine')} lines={mine} />
      <HeldTable title={t('bureau:held.carried')} lines={carried} withNumber />
    </>
  );
}

interface HeldTableProps {
  readonly title: string;
  readonly lines: readonly HeldRow[];
  readonly withNumber?: boolean;
}

function HeldTable({ title, lines, withNumber = false }: HeldTableProps) {
  const { t } = useText();
  const contentsOf = useClaimContents();
  const { reasonName } = useReasons();
  return lines.length === 0 ? null : (
    <Panel title={title}>
      <table className="yb-sum yb-sum-wide">
        <tbody>
          {lines.map((line) => (
            <tr key={line.lineId}>
              <td>
                {line.subjectName ?? t('claim:lines.center')} · {contentsOf({ contents: [line] })} ·{' '}
                <Month value={line.month} />
                <div className="yb-soft">
                  {[
                    withNumber ? t('bureau:held.of', { number: line.claimNumber }) : null,
                    reasonName(line.code),
                    line.text,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                  {' · '}
                  {t('bureau:held.until')} <Day value={line.heldUntil} />
                </div>
                <HeldOutcome line={line} />
              </td>
              <td>
                <Yuan fen={line.amountFen} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
