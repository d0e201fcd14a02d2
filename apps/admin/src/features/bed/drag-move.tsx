import {
  createContext,
  useContext,
  useMemo,
  useState,
  type DragEvent,
  type ReactNode,
} from 'react';

import type { MapBed } from './bed-box.js';
import { useDeed } from './use-deed.js';

interface Drag {
  readonly dragged: MapBed | null;
  readonly setDragged: (bed: MapBed | null) => void;
}

const DragContext = createContext<Drag | null>(null);

/** Lets people be dragged between the beds inside; what they can do with a mouse stands in each bed's menu, too. */
export function DragMoves({ children }: { readonly children: ReactNode }) {
  const [dragged, setDragged] = useState<MapBed | null>(null);
  const drag = useMemo(() => ({ dragged, setDragged }), [dragged]);
  return <DragContext value={drag}>{children}</DragContext>;
}

type Move = 'transfer' | 'swap';

/** What dropping `dragged` on `bed` would ask for; null: nothing that can be done. */
function moveOnto(dragged: MapBed | null, bed: MapBed): Move | null {
  if (!dragged?.stay || dragged.id === bed.id) {
    return null;
  }
  if (bed.stay?.status === 'ACTIVE') {
    return 'swap';
  }
  return bed.state === 'FREE' ? 'transfer' : null;
}

/** Attributes and state of one bed while somebody is dragged. */
export function useDragMove(bed: MapBed) {
  const drag = useContext(DragContext);
  const [, openDeed] = useDeed();
  const [isOver, setOver] = useState(false);
  const move = moveOnto(drag?.dragged ?? null, bed);
  const isDraggable = drag !== null && bed.stay?.status === 'ACTIVE';
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    drag?.setDragged(null);
    const stay = drag?.dragged?.stay;
    if (stay && move) {
      openDeed(move, stay.id, move === 'swap' ? bed.stay?.id : bed.id);
    }
  };
  return {
    isDragging: drag?.dragged != null,
    move,
    isOver: isOver && move !== null,
    attributes: {
      draggable: isDraggable,
      onDragStart: (event: DragEvent) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', bed.stay?.residentName ?? '');
        drag?.setDragged(bed);
      },
      onDragEnd: () => drag?.setDragged(null),
      onDragOver: (event: DragEvent) => {
        if (move) {
          event.preventDefault();
          setOver(true);
        }
      },
      onDragLeave: () => setOver(false),
      onDrop: drop,
    },
  };
}
