import type { BedMapQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { BedShape } from './bed-shape.js';
import { KindMark } from './kind-mark.js';
import { useDragMove } from './drag-move.js';
import { ageText } from './age.js';
import { today } from '../../shared/today.js';

export type MapRoom = BedMapQuery['bedMap']['buildings'][number]['floors'][number]['rooms'][number];
export type MapBed = MapRoom['beds'][number];

interface Note {
  readonly text: string;
  readonly isOverdue: boolean;
}

/** The one line under the name: what somebody who walks the floor wants to know. */
function useNote(asOf: string): (bed: MapBed) => Note | null {
  const { t } = useText();
  // A box is narrow: the year only where it is another one.
  const day = (value: string): string =>
    value.slice(0, 4) === today().slice(0, 4) ? value.slice(5) : value;
  const plain = (text: string): Note => ({ text, isOverdue: false });
  return (bed) => {
    const { absence, repair, next, stay } = bed;
    if (absence?.plannedUntilOn) {
      const isOverdue = absence.plannedUntilOn < asOf;
      const key = isOverdue ? 'bed:map.overdue' : 'bed:map.back';
      return { text: t(key, { day: day(absence.plannedUntilOn) }), isOverdue };
    }
    if (bed.state === 'REPAIR' && repair) {
      return plain(repair.reason);
    }
    if (bed.state === 'RESERVED') {
      const from = stay?.fromOn ?? next?.fromOn;
      return from ? plain(t('bed:map.from', { day: day(from) })) : null;
    }
    if (stay) {
      const age = t('bed:age', { age: ageText(stay.bornOn) });
      return plain(`${t(`bed:sex.${stay.sex as 'M' | 'F'}`)} · ${age}`);
    }
    return null;
  };
}

interface BedBoxProps {
  readonly bed: MapBed;
  /** The day of the map. */
  readonly asOf: string;
  readonly isOpen: boolean;
  readonly onOpen: (bedId: string) => void;
}

export function BedBox({ bed, asOf, isOpen, onOpen }: BedBoxProps) {
  const { t } = useText();
  const note = useNote(asOf)(bed);
  const who = bed.stay?.residentName ?? bed.next?.residentName ?? '';
  const level = bed.stay?.level;
  const state = t(`bed:state.${bed.state}`);
  const drag = useDragMove(bed);
  const classes = [
    `yb-bed-box yb-bed-${bed.state}`,
    drag.isDragging && drag.move === null ? 'yb-bed-no-drop' : '',
    drag.isOver ? 'yb-bed-drop' : '',
  ];
  return (
    <button
      type="button"
      {...drag.attributes}
      className={classes.join(' ').trim()}
      aria-expanded={isOpen}
      aria-label={t('bed:map.bedLabel', { bed: bed.name, state, who: who ? `, ${who}` : '' })}
      onClick={() => onOpen(bed.id)}
    >
      <span className="yb-bed-box-head">
        <span className="yb-number">
          {bed.name} <KindMark kind={bed.kind} />
        </span>
        <span className={`yb-bed-ink-${bed.state}`}>
          <BedShape state={bed.state} />
          {state}
        </span>
      </span>
      {who ? (
        <span className="yb-bed-box-who">
          <span className="yb-bed-box-name">{who}</span>
          {typeof level === 'number' ? (
            <span className="yb-bed-level">{t('bed:levelShort', { level })}</span>
          ) : null}
        </span>
      ) : null}
      {drag.isOver && drag.move ? (
        <span className="yb-bed-box-note yb-bed-drop-word">{t(`bed:deed.${drag.move}`)}</span>
      ) : note ? (
        <span className={note.isOverdue ? 'yb-bed-box-note yb-bed-overdue' : 'yb-bed-box-note'}>
          {note.text}
        </span>
      ) : null}
    </button>
  );
}
