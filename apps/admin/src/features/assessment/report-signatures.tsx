import { useText } from '../../i18n/use-text.js';
import { formatMoment } from '../../shared/format.js';
import type { AssessmentRecord } from './assessment.queries.js';
import { valuesOf } from './form-values.js';

interface PlaceProps {
  readonly label: string;
  readonly note: string;
}

function Place({ label, note }: PlaceProps) {
  const { t } = useText();
  return (
    <div className="rs-place">
      <div>{label}</div>
      <div className="rs-line" />
      <div>{t('assessment:report.dateLine')}</div>
      <div className="rs-place-note">{note}</div>
    </div>
  );
}

/** Two assessors and the informant; who signed in the system stands under the place for the hand. */
export function ReportSignatures({ record }: { readonly record: AssessmentRecord }) {
  const { t, locale } = useText();
  const noteOf = (signature: AssessmentRecord['assessor1']): string =>
    signature
      ? t('assessment:report.signedOn', {
          name: signature.name,
          date: formatMoment(signature.at, locale),
        })
      : t('assessment:report.unsigned');
  const informant = valuesOf(record).background['A.3.1'];
  return (
    <div className="rs-signatures">
      <Place label={t('assessment:report.assessor1')} note={noteOf(record.assessor1)} />
      <Place label={t('assessment:report.assessor2')} note={noteOf(record.assessor2)} />
      <Place
        label={t('assessment:report.informantSign')}
        note={informant === undefined ? '' : String(informant)}
      />
    </div>
  );
}
