import { useMemo, useState } from 'react';

import { useText } from '../../i18n/use-text.js';
import type { ClaimShown } from '../../shared/claim/claim-of.js';
import { useIsPhone } from '../../shared/use-is-phone.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { SideDrawer } from '../../shared/side-drawer.js';
import { EvidencePanel } from './evidence-panel.js';
import { LineList } from './line-list.js';
import { useReviewLines, type ReviewLine } from './use-review-lines.js';
import { useReviewKeys, type ReviewKey } from './use-review-keys.js';
import { useVerdict, type Taking } from './use-verdict.js';
import { VerdictBar } from './verdict-bar.js';
import { VerdictDialog } from './verdict.dialog.js';

const TAKING: Readonly<Partial<Record<ReviewKey, Taking>>> = {
  return: 'RETURNED',
  hold: 'HELD',
  cut: 'CUT',
};

/** The lines on the left, what the chosen one rests on beside it; judged by button or by key. */
export function LinesView({ claim }: { readonly claim: ClaimShown }) {
  const { t } = useText();
  const isPhone = useIsPhone();
  const [chosenId, choose] = useUrlValue('line');
  const lines = useReviewLines(claim.id);
  const rows = useMemo(() => lines.query.data?.items ?? [], [lines.query.data]);
  const chosen = rows.find(({ id }) => id === chosenId) ?? (isPhone ? null : (rows[0] ?? null));
  const [taking, setTaking] = useState<Taking | null>(null);
  const isJudging = claim.actions.includes('GIVE_VERDICT');

  const move = (step: 1 | -1): void => {
    const index = rows.findIndex(({ id }) => id === chosen?.id);
    const next = rows[index + step];
    if (next) {
      choose(next.id);
      document.querySelector(`[data-row-key="${next.id}"]`)?.scrollIntoView({ block: 'nearest' });
    }
  };
  const moveOn = (): void => {
    const index = rows.findIndex(({ id }) => id === chosen?.id);
    const later = [...rows.slice(index + 1), ...rows.slice(0, Math.max(index, 0))];
    const next = later.find(isOpenLine) ?? rows[index + 1];
    if (isPhone) {
      choose(null);
    } else if (next) {
      choose(next.id);
    }
  };
  const verdict = useVerdict(claim.id, moveOn);
  const accept = (line: ReviewLine): void =>
    verdict.give({ lineIds: [line.id], verdict: 'ACCEPTED' });
  const onKey = (key: ReviewKey): void => {
    if (key === 'next' || key === 'previous') {
      move(key === 'next' ? 1 : -1);
    } else if (isJudging && chosen && isJudgeable(chosen) && !verdict.isPending) {
      if (key === 'accept') {
        accept(chosen);
      } else if (key !== 'cut' || chosen.amountFen > 0) {
        setTaking(TAKING[key] ?? null);
      }
    }
  };
  useReviewKeys(!isPhone && taking === null, onKey);

  const evidence = chosen ? (
    <EvidencePanel key={chosen.id} line={chosen} claim={claim}>
      {isJudging && isJudgeable(chosen) ? (
        <VerdictBar
          line={chosen}
          isPending={verdict.isPending}
          onAccept={() => accept(chosen)}
          onTake={setTaking}
        />
      ) : null}
    </EvidencePanel>
  ) : null;
  return (
    <>
      {isPhone ? null : (
        <p className="yb-review-hint yb-no-print">
          {isJudging ? t('review:keys') : t('review:keysRead')}
        </p>
      )}
      <div className="yb-review">
        <LineList claim={claim} lines={lines} chosenId={chosen?.id ?? null} onChoose={choose} />
        {isPhone ? null : <aside aria-label={t('review:evidence.title')}>{evidence}</aside>}
      </div>
      {isPhone && evidence ? (
        <SideDrawer
          title={chosen?.subjectName ?? t('claim:lines.center')}
          onClose={() => choose(null)}
        >
          {evidence}
        </SideDrawer>
      ) : null}
      {chosen && taking ? (
        <VerdictDialog
          claimId={claim.id}
          line={chosen}
          verdict={taking}
          onGiven={moveOn}
          onClose={() => setTaking(null)}
        />
      ) : null}
    </>
  );
}

const isJudgeable = ({ status }: ReviewLine): boolean => status === 'PAYABLE';
const isOpenLine = (line: ReviewLine): boolean => isJudgeable(line) && !line.verdict;
