import { useQuery } from '@tanstack/react-query';
import { Descriptions } from 'antd';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { Panel } from '../../shared/panel.js';
import { Day } from '../../shared/values.js';
import { SCALES, type AssessmentRecord } from './assessment.queries.js';
import { lastDayOf, useLevelText } from './words.js';
import { useWords } from '../../shared/assessment/words.js';

/** A result entered from somebody else's paper. */
export function ExternalSheet({ record }: { readonly record: AssessmentRecord }) {
  const { t } = useText();
  const words = useWords();
  const levelText = useLevelText();
  const scales = useQuery({
    queryKey: ['assessment-scales'],
    queryFn: async () => (await execute(SCALES, {})).assessmentScales,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const scale = scales.data?.find(({ id }) => id === record.scale);
  const { proposedLevel, issuer, externalNumber, assessedOn, validUntil, note } = record;
  return (
    <Panel title={t('assessment:report.external')}>
      <Descriptions
        bordered
        size="small"
        column={{ xs: 1, md: 2 }}
        items={[
          // On paper the page has no heading that says whose result this is.
          {
            key: 'person',
            label: t('common:person'),
            children: <strong>{record.resident.name}</strong>,
          },
          {
            key: 'scale',
            label: t('assessment:report.scale'),
            children: scale ? `${words(scale.name)} · ${scale.document}` : record.scale,
          },
          {
            key: 'level',
            label: t('assessment:report.final'),
            children: <strong>{levelText(proposedLevel ?? 0, record.proposedLevelName)}</strong>,
          },
          { key: 'issuer', label: t('assessment:report.issuer'), children: issuer },
          {
            key: 'number',
            label: t('assessment:report.externalNumber'),
            children: externalNumber ?? '—',
          },
          { key: 'on', label: t('assessment:report.date'), children: <Day value={assessedOn} /> },
          {
            key: 'until',
            label: t('assessment:report.validUntil'),
            children: validUntil ? (
              <Day value={lastDayOf(validUntil)} />
            ) : (
              t('assessment:report.notStated')
            ),
          },
          { key: 'note', label: t('assessment:report.remark'), children: note ?? '—' },
        ]}
      />
    </Panel>
  );
}
