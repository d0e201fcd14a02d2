import { useText } from '../../i18n/use-text.js';
import type { AssessmentRecord } from './assessment.queries.js';
import { useLevelText } from './words.js';
import type { AbilityForm } from '../../shared/assessment/ability-form.queries.js';
import { useWords } from '../../shared/assessment/words.js';

interface ReportResultProps {
  readonly record: AssessmentRecord;
  readonly form: AbilityForm;
}

/** C.1 to C.5: sub-scores, total, preliminary level, what changed it, final level. */
export function ReportResult({ record, form }: ReportResultProps) {
  const { t } = useText();
  const words = useWords();
  const levelText = useLevelText();
  const nameOf = (level: number | null | undefined): string => {
    const named = form.levels.find((known) => known.level === level);
    return named ? levelText(named.level, named.name) : '—';
  };
  return (
    <table className="rs-table rs-result">
      <tbody>
        <tr>
          {form.dimensions.map((dimension) => (
            <th key={dimension.id} scope="col">
              {words(dimension.name)}
            </th>
          ))}
          <th scope="col">{t('assessment:report.total')}</th>
        </tr>
        <tr>
          {form.dimensions.map((dimension) => (
            <td key={dimension.id} className="rs-middle">
              {record.subscores.find(({ dimensionId }) => dimensionId === dimension.id)?.points} /{' '}
              {dimension.maxPoints}
            </td>
          ))}
          <td className="rs-middle">
            <strong>{record.total}</strong> / 90
          </td>
        </tr>
        <tr>
          <th scope="row">{t('assessment:report.preliminary')}</th>
          <td colSpan={4}>{nameOf(record.preliminaryLevel)}</td>
        </tr>
        <tr>
          <th scope="row">{t('assessment:report.rules')}</th>
          <td colSpan={4}>
            {record.rules.length === 0 ? t('assessment:report.noRules') : null}
            {record.rules.map((rule) => (
              <div key={rule.code}>
                {t(`assessment:report.rule.${rule.code}`)}
                {t('assessment:report.evidence', { fields: rule.evidence.join(', ') })}
              </div>
            ))}
            {record.rules.length > 1 && record.stacking ? (
              <div>{t(`assessment:report.stacking.${record.stacking}`)}</div>
            ) : null}
          </td>
        </tr>
        <tr className="rs-final">
          <th scope="row">{t('assessment:report.final')}</th>
          <td colSpan={4}>
            <strong>{nameOf(record.proposedLevel)}</strong>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
