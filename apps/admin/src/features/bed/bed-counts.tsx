import type { BedMapQuery, BedMapState } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { BedShape } from './bed-shape.js';
import { KindMark } from './kind-mark.js';
import { rateText } from './rate-text.js';

type Counts = BedMapQuery['bedMap']['counts'];

interface BedCountsProps {
  readonly counts: Counts;
  readonly only: string | null;
  readonly onOnly: (state: string | null) => void;
}

interface Entry {
  readonly only: string;
  readonly count: number;
  readonly label: string;
  readonly shape: BedMapState;
}

/** Key figures and legend in one; a press shows only these beds. */
export function BedCounts({ counts, only, onOnly }: BedCountsProps) {
  const { t } = useText();
  const entries: readonly Entry[] = [
    { only: 'OCCUPIED', count: counts.occupied, label: t('bed:map.occupied'), shape: 'OCCUPIED' },
    { only: 'LEAVE', count: 0, label: t('bed:state.LEAVE'), shape: 'LEAVE' },
    { only: 'FREE', count: counts.free, label: t('bed:map.free'), shape: 'FREE' },
    { only: 'RESERVED', count: counts.reserved, label: t('bed:map.reserved'), shape: 'RESERVED' },
    { only: 'REPAIR', count: counts.repair, label: t('bed:map.repair'), shape: 'REPAIR' },
  ];
  return (
    <div className="yb-bed-counts">
      <div className="yb-bed-count">
        <strong>{counts.beds}</strong>
        <span>
          {t('bed:map.beds')} ·{' '}
          {t('bed:map.rate', { rate: rateText(counts.occupied, counts.beds) })}
        </span>
      </div>
      {entries.map((entry) => {
        const isAway = entry.only === 'LEAVE';
        const value = isAway ? 'AWAY' : entry.only;
        return (
          <button
            key={value}
            type="button"
            className="yb-bed-count"
            aria-pressed={only === value}
            onClick={() => onOnly(only === value ? null : value)}
          >
            <strong>{isAway ? counts.away : entry.count}</strong>
            <span>
              <BedShape state={entry.shape} />
              {isAway ? <BedShape state="HOSPITAL" /> : null}
              {isAway ? t('bed:map.away') : entry.label}
            </span>
          </button>
        );
      })}
      {counts.nursing > 0 ? (
        <button
          type="button"
          className="yb-bed-count"
          aria-pressed={only === 'NURSING'}
          onClick={() => onOnly(only === 'NURSING' ? null : 'NURSING')}
        >
          <strong>{counts.nursing}</strong>
          <span>
            <KindMark kind="NURSING" /> {t('bed:kind.many')}
          </span>
        </button>
      ) : null}
    </div>
  );
}
