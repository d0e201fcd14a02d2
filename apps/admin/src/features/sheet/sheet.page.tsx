import { useQuery } from '@tanstack/react-query';
import { Alert, Flex, Select } from 'antd';
import { useParams } from 'react-router';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { DownloadButton } from '../../shared/download-button.js';
import { centerPath } from '../../shared/feature.js';
import { formatMonth } from '../../shared/format.js';
import { HistoryPanel } from '../../shared/history-panel.js';
import { PageHeader } from '../../shared/page-header.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { useCan } from '../../shared/session.js';
import { StatusTag } from '../../shared/status-tag.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { Day, Moment } from '../../shared/values.js';
import { CellRow, type Cell, type Section, type Sheet } from './cell.js';
import { FileButton } from './file.dialog.js';
import { RowsDrawer } from './rows.drawer.js';
import { SHEET } from './sheet.queries.js';
import './sheet.css';

function SectionPanel(props: {
  readonly section: Section;
  readonly centerId: string;
  readonly onOpen: (cell: Cell) => void;
}) {
  const { section, centerId, onOpen } = props;
  return (
    <Panel title={section.label}>
      <dl className="yb-sheet-cells">
        {section.cells.map((cell) => (
          <CellRow key={cell.key} cell={cell} centerId={centerId} onOpen={onOpen} />
        ))}
      </dl>
    </Panel>
  );
}

function State({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useText();
  if (sheet.shown) {
    return (
      <StatusTag tone="done">{t('institution:sheet.filed', { n: sheet.shown.number })}</StatusTag>
    );
  }
  return sheet.isOver ? (
    <StatusTag tone="waiting">{t('institution:sheet.notFiled')}</StatusTag>
  ) : (
    <StatusTag tone="plain">{t('institution:sheet.running')}</StatusTag>
  );
}

/** What is another one today, so that nobody has to look for it. */
function Drift({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useText();
  const nothing = t('institution:notRecorded');
  return (
    <ul className="yb-sheet-drift">
      {sheet.sections.flatMap(({ label, cells }) =>
        cells
          .filter(({ hasDrifted }) => hasDrifted)
          .map((cell) => (
            <li key={cell.key}>
              {label} · {cell.label}
              {t('audit:colon')}
              <span className="yb-number">
                {cell.figure ?? cell.text ?? nothing} → {cell.today ?? nothing}
              </span>
            </li>
          )),
      )}
    </ul>
  );
}

/** Which filing is shown, and how it stands to the records of today. */
function Filing({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useText();
  const { shown } = sheet;
  if (!shown) {
    return (
      <Alert
        type="info"
        showIcon
        style={{ marginBottom: 16 }}
        title={sheet.isOver ? t('institution:sheet.liveOver') : t('institution:sheet.liveRunning')}
      />
    );
  }
  return (
    <Panel>
      <Flex gap={24} wrap>
        <span>
          {t('institution:sheet.filedBy')} {shown.filedByName}
        </span>
        <span>
          {t('institution:sheet.filedAt')} <Moment value={shown.filedAt} />
        </span>
        <span>
          {t('institution:sheet.asOf')} <Day value={sheet.lastDay} />
        </span>
        {shown.reason ? (
          <span>
            {t('institution:sheet.reason')} {shown.reason}
          </span>
        ) : null}
        <span className="yb-sheet-digest">SHA-256 {shown.digest}</span>
      </Flex>
      <Alert
        style={{ marginTop: 12 }}
        showIcon
        type={sheet.driftCount === 0 ? 'success' : 'warning'}
        title={
          sheet.driftCount === 0
            ? t('institution:sheet.noDrift')
            : t('institution:sheet.drift', { count: sheet.driftCount })
        }
        description={sheet.driftCount === 0 ? null : <Drift sheet={sheet} />}
      />
    </Panel>
  );
}

function Actions({
  sheet,
  onVersion,
}: {
  readonly sheet: Sheet;
  readonly onVersion: (version: string | null) => void;
}) {
  const { t, locale } = useText();
  const can = useCan();
  const { shown, versions } = sheet;
  return (
    <>
      {versions.length > 0 ? (
        <Select
          aria-label={t('institution:sheet.version')}
          value={String(shown?.number ?? 0)}
          popupMatchSelectWidth={false}
          options={[
            ...versions.map(({ number }) => ({
              value: String(number),
              label: t('institution:sheet.filed', { n: number }),
            })),
            ...(can('resident.read') ? [{ value: '0', label: t('institution:sheet.live') }] : []),
          ]}
          onChange={(value) => onVersion(value)}
        />
      ) : null}
      {shown ? (
        <>
          <DownloadButton href={`/export/institution-sheet/${shown.id}?language=${locale}`}>
            PDF
          </DownloadButton>
          <DownloadButton href={`/export/institution-sheet?sheetId=${shown.id}`}>
            {t('common:export')}
          </DownloadButton>
        </>
      ) : null}
      {sheet.isOver && can('sheet.file') ? <FileButton sheet={sheet} /> : null}
    </>
  );
}

function SheetView({ sheet, backTo }: { readonly sheet: Sheet; readonly backTo: string }) {
  const { t, locale } = useText();
  const [, setVersion] = useUrlValue('version');
  const [open, setOpen] = useUrlValue('cell');
  const section = sheet.sections.find(({ cells }) => cells.some(({ key }) => key === open));
  const cell = section?.cells.find(({ key }) => key === open);
  return (
    <>
      <PageHeader
        title={t('institution:sheet.title', { month: formatMonth(sheet.month, locale) })}
        tags={<State sheet={sheet} />}
        note={sheet.centerName}
        backTo={backTo}
        actions={<Actions sheet={sheet} onVersion={setVersion} />}
      />
      <Filing sheet={sheet} />
      {sheet.sections.map((section) => (
        <SectionPanel
          key={section.key}
          section={section}
          centerId={sheet.centerId}
          onOpen={({ key }) => setOpen(key)}
        />
      ))}
      {sheet.shown ? (
        <Panel title={t('audit:history')}>
          <HistoryPanel entity="institutionSheet" entityId={sheet.shown.id} />
        </Panel>
      ) : null}
      {section && cell?.rows ? (
        <RowsDrawer
          centerId={sheet.centerId}
          month={sheet.month}
          section={section.label}
          cell={{ ...cell, rows: cell.rows }}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </>
  );
}

function SheetOf({ backTo }: { readonly backTo: (month: string) => string }) {
  const { locale } = useText();
  const { centerId = '', month = '' } = useParams();
  const [version] = useUrlValue('version');
  const asked = { centerId, month, version: version === null ? null : Number(version) };
  const sheet = useQuery({
    queryKey: ['sheet', centerId, 'month', asked, locale],
    queryFn: async () => (await execute(SHEET, { ...asked, language: locale })).institutionSheet,
  });
  return (
    <QueryView query={sheet} rows={12}>
      {(data) => <SheetView sheet={data} backTo={backTo(month)} />}
    </QueryView>
  );
}

export function CenterSheetPage() {
  const { centerId = '' } = useParams();
  return <SheetOf backTo={() => centerPath(centerId, 'sheets')} />;
}

export function BureauSheetPage() {
  return <SheetOf backTo={(month) => `/bureau/sheets?month=${month}`} />;
}
