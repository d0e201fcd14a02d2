import { useText } from '../../i18n/use-text.js';
import { formatDay } from '../../shared/format.js';
import type { AssessmentRecord } from './assessment.queries.js';
import { valuesOf } from './form-values.js';
import './report-sheet.css';
import { ReportResult } from './report-result.js';
import { ReportSignatures } from './report-signatures.js';
import type { AbilityForm, Dimension } from '../../shared/assessment/ability-form.queries.js';
import { useFieldText } from '../../shared/assessment/use-field-text.js';
import { useWords } from '../../shared/assessment/words.js';

interface ReportSheetProps {
  readonly record: AssessmentRecord;
  readonly form: AbilityForm;
}

interface Line {
  readonly label: string;
  readonly text: string;
}

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <dl className="rs-lines">
      {lines.map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Basics({ record, form }: ReportSheetProps) {
  const { t, locale, lookUp } = useText();
  const { resident } = record;
  const fieldText = useFieldText();
  const reason = form.background.flatMap(({ fields }) => fields).find(({ id }) => id === 'A.1.3');
  const values = valuesOf(record);
  return (
    <Lines
      lines={[
        { label: t('assessment:report.name'), text: resident.name },
        {
          label: t('assessment:report.sex'),
          text: lookUp(`assessment:report.sexes.${resident.sex}`) ?? resident.sex,
        },
        { label: t('assessment:report.bornOn'), text: formatDay(resident.bornOn, locale) },
        { label: t('assessment:report.idNumber'), text: resident.idNumberMasked ?? '—' },
        { label: t('assessment:report.date'), text: formatDay(record.assessedOn, locale) },
        { label: t('assessment:report.place'), text: record.place ?? '—' },
        { label: t('assessment:report.kind'), text: t(`assessment:kinds.${record.kind}`) },
        {
          label: t('assessment:report.reason'),
          text: reason ? fieldText(reason, values.background['A.1.3']) : '—',
        },
      ]}
    />
  );
}

function DimensionRows({ dimension, record }: { dimension: Dimension; record: AssessmentRecord }) {
  const { t } = useText();
  const words = useWords();
  const answers = valuesOf(record).answers;
  const points = record.subscores.find(({ dimensionId }) => dimensionId === dimension.id)?.points;
  return (
    <tbody>
      {dimension.items.map((item, index) => {
        const option = item.options.find(({ id }) => id === answers[item.id]);
        return (
          <tr key={item.id}>
            {index === 0 ? (
              <th scope="rowgroup" rowSpan={dimension.items.length + 1} className="rs-dimension">
                {words(dimension.name)}
              </th>
            ) : null}
            <td>
              {item.id} {words(item.name)}
            </td>
            <td>{option ? words(option.text) : '—'}</td>
            <td className="rs-points">{option?.points ?? '—'}</td>
          </tr>
        );
      })}
      <tr className="rs-subtotal">
        <td colSpan={2}>{t('assessment:report.subtotal')}</td>
        <td className="rs-points">
          {points ?? 0}/{dimension.maxPoints}
        </td>
      </tr>
    </tbody>
  );
}

function Items({ record, form }: ReportSheetProps) {
  const { t } = useText();
  return (
    <table className="rs-table">
      <thead>
        <tr>
          <th scope="col" colSpan={2}>
            {t('assessment:report.item')}
          </th>
          <th scope="col">{t('assessment:report.answer')}</th>
          <th scope="col" className="rs-points">
            {t('assessment:report.points')}
          </th>
        </tr>
      </thead>
      {form.dimensions.map((dimension) => (
        <DimensionRows key={dimension.id} dimension={dimension} record={record} />
      ))}
    </table>
  );
}

function Background({ record, form }: ReportSheetProps) {
  const words = useWords();
  const fieldText = useFieldText();
  const { background } = valuesOf(record);
  return (
    <Lines
      lines={form.background
        .flatMap(({ fields }) => fields)
        .filter((field) => field.id !== 'A.1.3' && background[field.id] !== undefined)
        .map((field) => ({
          label: words(field.name),
          text: fieldText(field, background[field.id]),
        }))}
    />
  );
}

/** The report as it prints on A4: person, result, items, background, places for signatures. */
export function ReportSheet({ record, form }: ReportSheetProps) {
  const { t } = useText();
  return (
    <article className="rs-sheet">
      <header className="rs-head">
        <h2>{t('assessment:report.title')}</h2>
        <p>
          <span>{t('assessment:report.edition', { edition: form.edition })}</span>
          <span>
            {t('assessment:report.number')} {record.number}
          </span>
        </p>
      </header>
      <h3>{t('assessment:report.basics')}</h3>
      <Basics record={record} form={form} />
      <h3>{t('assessment:report.result')}</h3>
      <ReportResult record={record} form={form} />
      <ReportSignatures record={record} />
      <h3>{t('assessment:report.items')}</h3>
      <Items record={record} form={form} />
      <h3>{t('assessment:report.background')}</h3>
      <Background record={record} form={form} />
      <p className="rs-note">{t('assessment:report.wording')}</p>
    </article>
  );
}
