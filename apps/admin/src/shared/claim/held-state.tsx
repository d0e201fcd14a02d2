import type { HeldLinesQuery, HeldState } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { StatusTag, type StatusTone } from '../status-tag.js';
import { Moment } from '../values.js';

export type HeldRow = HeldLinesQuery['heldLines']['items'][number];

const TONES: Record<HeldState, StatusTone> = {
  OPEN: 'waiting',
  OVERDUE: 'stopped',
  RELEASED: 'warning',
  CARRIED: 'done',
  REFUSED: 'stopped',
};

/** What became of a held line: when, by whom and why. */
export function HeldOutcome({ line }: { readonly line: HeldRow }) {
  const { t } = useText();
  const who = line.settledByName ?? (line.settledAt ? t('bureau:held.byPaper') : null);
  const words = [
    who,
    line.settleText,
    line.carriedInNumber ? t('bureau:held.carriedIn', { number: line.carriedInNumber }) : null,
  ].filter(Boolean);
  return (
    <>
      <StatusTag tone={TONES[line.state]}>{t(`bureau:held.state.${line.state}`)}</StatusTag>
      {line.settledAt ? (
        <div className="yb-soft">
          <Moment value={line.settledAt} /> {words.join(' · ')}
        </div>
      ) : null}
    </>
  );
}
