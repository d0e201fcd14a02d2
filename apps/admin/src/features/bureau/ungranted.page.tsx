import { execute } from '../../api/execute.js';
import { graphql } from '../../api/graphql.js';
import type { UngrantedLinesQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { useReasons } from '../../shared/claim/reasons.js';
import { PageHeader } from '../../shared/page-header.js';
import { useCenterFilter } from '../../shared/table/use-center-filter.js';
import { PageTable } from '../../shared/table/page-table.js';
import type { PageColumn } from '../../shared/table/types.js';
import { thisYear } from '../../shared/today.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { Yuan } from '../../shared/values.js';
import { YearSelect } from '../../shared/year-select.js';
import { useAboutColumn, useSubjectColumn } from './line-cells.js';

const UNGRANTED_LINES = graphql(`
  query UngrantedLines(
    $year: Int!
    $code: String
    $verdict: String
    $centerId: ID
    $page: Int!
    $pageSize: Int!
  ) {
    ungrantedLines(
      year: $year
      code: $code
      verdict: $verdict
      centerId: $centerId
      page: $page
      pageSize: $pageSize
    ) {
      total
      items {
        lineId
        claimId
        claimNumber
        centerName
        program
        kind
        subjectName
        month
        verdict
        code
        text
        amountFen
      }
    }
  }
`);

type Row = UngrantedLinesQuery['ungrantedLines']['items'][number];
type Verdict = 'RETURNED' | 'HELD' | 'CUT';
const VERDICTS: readonly Verdict[] = ['RETURNED', 'HELD', 'CUT'];

function useColumns(): readonly PageColumn<Row>[] {
  const { t } = useText();
  const subject = useSubjectColumn<Row>();
  const about = useAboutColumn<Row>();
  const { reasonName } = useReasons();
  return [
    subject,
    about,
    {
      key: 'verdict',
      title: t('claim:lines.verdict'),
      render: (row) => t(`claim:verdict.${row.verdict as Verdict}`),
    },
    {
      key: 'reason',
      title: t('bureau:statistics.reason'),
      width: 300,
      render: (row) => [reasonName(row.code), row.text].filter(Boolean).join(' · ') || '—',
    },
    {
      key: 'amount',
      title: t('bureau:statistics.amount'),
      align: 'right',
      render: (row) => <Yuan fen={row.amountFen} />,
    },
  ];
}

/** The lines that the figures of the statistics count as not granted. */
export function UngrantedPage() {
  const { t } = useText();
  const centerFilter = useCenterFilter();
  const { options } = useReasons();
  const [typed, setYear] = useUrlValue('year');
  const year = Number(typed ?? thisYear());
  const columns = useColumns();
  return (
    <>
      <PageHeader
        title={t('bureau:statistics.ungranted')}
        note={t('bureau:statistics.ungrantedNote')}
        backTo={`/bureau/statistics?year=${year}`}
        actions={<YearSelect value={year} onChange={setYear} />}
      />
      <PageTable<Row>
        id="ungranted-lines"
        label={t('bureau:statistics.ungranted')}
        queryKey={['statistics', 'ungranted', year]}
        load={async ({ page, pageSize, filters }) =>
          (
            await execute(UNGRANTED_LINES, {
              year,
              page,
              pageSize,
              code: filters['code'] ?? null,
              verdict: filters['verdict'] ?? null,
              centerId: filters['center'] ?? null,
            })
          ).ungrantedLines
        }
        columns={columns}
        rowKey={(row) => row.lineId}
        rowLink={(row) => `/bureau/claims/${row.claimId}?line=${row.lineId}`}
        filters={[
          {
            kind: 'select',
            key: 'verdict',
            label: t('claim:lines.verdict'),
            options: VERDICTS.map((value) => ({ value, label: t(`claim:verdict.${value}`) })),
          },
          {
            kind: 'select',
            key: 'code',
            label: t('bureau:statistics.reason'),
            options,
            width: 240,
          },
          centerFilter,
        ]}
        empty={{ text: t('bureau:statistics.none') }}
      />
    </>
  );
}
