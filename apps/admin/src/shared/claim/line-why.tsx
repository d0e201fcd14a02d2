import type { ClaimLineQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { formatFen, formatPackText } from '../format.js';
import { Yuan } from '../values.js';

type Line = ClaimLineQuery['claimLine'];

export function LineBasis({ line }: { readonly line: Line }) {
  const { t, locale } = useText();
  const clauses = [
    ...new Set(
      line.trace.flatMap(({ document, documentZh, documentEn, clause }) => {
        const title =
          locale === 'en'
            ? documentEn
            : documentZh && t('claim:line.document', { title: documentZh });
        return document || clause ? [[title ?? document, clause].filter(Boolean).join(' ')] : [];
      }),
    ),
  ];
  return clauses.length === 0 ? null : (
    <>
      <h3>{t('claim:line.basis')}</h3>
      <ul style={{ paddingInlineStart: 18, margin: 0 }}>
        {clauses.map((clause) => (
          <li key={clause}>{clause}</li>
        ))}
      </ul>
    </>
  );
}

export function LineOtherReadings({ line }: { readonly line: Line }) {
  const { t, locale } = useText();
  const isEnglish = locale === 'en';
  return line.alternatives.length === 0 ? null : (
    <>
      <h3>{t('claim:line.otherReading')}</h3>
      <p style={{ marginTop: 0, color: 'var(--yb-ink-soft)' }}>
        {t('claim:line.otherReadingNote')}
      </p>
      <table className="yb-sum yb-sum-wide">
        <tbody>
          {line.alternatives.map((other) => (
            <tr key={`${other.decision}-${other.option}`}>
              <td>
                <span className="yb-soft">
                  {formatPackText(isEnglish ? other.questionEn : other.questionZh, locale)}
                </span>
                <br />
                {formatPackText(isEnglish ? other.optionEn : other.optionZh, locale)}
              </td>
              <td>
                <Yuan fen={other.amountFen} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

export function LinePrevious({ line }: { readonly line: Line }) {
  const { t } = useText();
  const { previousLine } = line;
  if (!previousLine) {
    return null;
  }
  const verdict = t(`claim:verdict.${(previousLine.verdict ?? 'OPEN') as 'OPEN'}`);
  return (
    <>
      <h3>{t('claim:line.previous')}</h3>
      <p style={{ margin: 0 }}>
        {t('claim:line.previousText', {
          number: line.previousClaimNumber ?? '',
          yuan: formatFen(previousLine.amountFen),
          verdict,
        })}
      </p>
    </>
  );
}
