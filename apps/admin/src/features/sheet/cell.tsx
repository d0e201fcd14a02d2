import { Button } from 'antd';
import { Link } from 'react-router';

import type { InstitutionSheetQuery, SheetRecordPlace, SheetRowSet } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { centerPath } from '../../shared/feature.js';
import { useCan } from '../../shared/session.js';
import { StatusTag } from '../../shared/status-tag.js';

export type Sheet = InstitutionSheetQuery['institutionSheet'];
export type Section = Sheet['sections'][number];
export type Cell = Section['cells'][number];

/** Who may open the rows behind a figure; the server asks the same. */
const OPENS: Record<SheetRowSet, string> = {
  RESIDENT: 'resident.read',
  BEFORE: 'resident.read',
  MOVE: 'stay.read',
  BED: 'bed.read',
  STAFF: 'staff.read',
  SERVICE: 'service.read',
  MEAL: 'meal.read',
};

const PLACES: Record<SheetRecordPlace, { readonly tab: string; readonly needs: string }> = {
  PROFILE: { tab: 'profile', needs: 'institution.write' },
  LICENCES: { tab: 'licences', needs: 'institution.write' },
  CENTER: { tab: 'facts', needs: 'center.manage' },
  GRADES: { tab: 'grades', needs: 'grade.write' },
  CONTRACTS: { tab: 'contracts', needs: 'contract.manage' },
};

interface CellProps {
  readonly cell: Cell;
  readonly centerId: string;
  readonly onOpen: (cell: Cell) => void;
}

function Missing({ cell, centerId }: Omit<CellProps, 'onOpen'>) {
  const { t } = useText();
  const can = useCan();
  const place = cell.recordAt ? PLACES[cell.recordAt] : null;
  return (
    <span className="yb-sheet-missing">
      {t('institution:notRecorded')}
      {place && can(place.needs) ? (
        <Link to={centerPath(centerId, `center?tab=${place.tab}`)}>
          {t('institution:sheet.record')}
        </Link>
      ) : null}
    </span>
  );
}

/** One line of the sheet: what it is, what it says, and what it would say today. */
export function CellRow({ cell, centerId, onOpen }: CellProps) {
  const { t } = useText();
  const can = useCan();
  const { figure, rows } = cell;
  const canOpen = rows && figure !== null && figure !== undefined && can(OPENS[rows]);
  return (
    <div className="yb-sheet-cell">
      <dt>
        {cell.label}
        {cell.note ? <span className="yb-sheet-note">{cell.note}</span> : null}
      </dt>
      <dd>
        {figure !== null && figure !== undefined ? (
          canOpen ? (
            <Button
              type="link"
              className="yb-sheet-figure"
              aria-label={t('institution:sheet.open', { label: cell.label, figure })}
              onClick={() => onOpen(cell)}
            >
              {figure}
            </Button>
          ) : (
            <span className="yb-sheet-figure">{figure}</span>
          )
        ) : cell.text ? (
          <span>{cell.text}</span>
        ) : (
          <Missing cell={cell} centerId={centerId} />
        )}
        {cell.hasDrifted ? (
          <StatusTag tone="warning">
            {t('institution:sheet.today', { value: cell.today ?? t('institution:notRecorded') })}
          </StatusTag>
        ) : null}
      </dd>
    </div>
  );
}
