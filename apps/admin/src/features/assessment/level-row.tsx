import { useQueryClient } from '@tanstack/react-query';
import { Button, Flex, Form, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { ConfirmReason } from '../../shared/confirm-reason.js';
import { centerPath } from '../../shared/feature.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { formatMoment } from '../../shared/format.js';
import { Guard } from '../../shared/guard.js';
import { StatusTag } from '../../shared/status-tag.js';
import { DaySpan } from '../../shared/values.js';
import { CORRECT_LEVEL, REVOKE_LEVEL } from './assessment.mutations.js';
import type { LevelPeriod } from './level.queries.js';
import { ValidityFields } from './validity-fields.js';
import { lastDayOf, untilAfter, useLevelText } from './words.js';

interface LevelRowProps {
  readonly centerId: string;
  readonly period: LevelPeriod;
}

interface CorrectValues {
  readonly from: string;
  readonly until?: string | null;
  readonly isOpenEnded?: boolean;
  readonly reason: string;
}

function CorrectDrawer({ period, onClose }: { period: LevelPeriod; onClose: () => void }) {
  const { t } = useText();
  const { id, version } = period;
  const form = useApiForm<CorrectValues>({
    draftKey: `level-correct:${id}`,
    initial: {
      from: period.from,
      until: lastDayOf(period.until),
      isOpenEnded: !period.until,
    },
    save: async ({ from, until, isOpenEnded, reason }) => {
      const isWithoutEnd = isOpenEnded === true;
      const end = isWithoutEnd ? null : untilAfter(until);
      const input = { id, version, from, until: end, isOpenEnded: isWithoutEnd, reason };
      return await execute(CORRECT_LEVEL, { input });
    },
    invalidates: [['assessments'], ['history']],
    onSaved: onClose,
  });
  const from = Form.useWatch('from', form.form);
  const isOpenEnded = Form.useWatch('isOpenEnded', form.form) === true;
  return (
    <FormDrawer title={t('assessment:levels.correctTitle')} onClose={onClose} form={form}>
      <p>{t('assessment:levels.correctNote')}</p>
      <ValidityFields isOpenEnded={isOpenEnded} from={from} />
      <Form.Item
        name="reason"
        label={t('common:reason')}
        rules={[{ required: true, whitespace: true, message: t('errors:REASON_REQUIRED') }]}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDrawer>
  );
}

function Deeds({ period }: { readonly period: LevelPeriod }) {
  const { t } = useText();
  const client = useQueryClient();
  const [opened, open] = useState<'correct' | 'revoke' | null>(null);
  const { id, version } = period;
  return (
    <Guard permission="level.accept">
      <Button onClick={() => open('correct')}>{t('assessment:levels.correct')}</Button>
      <Button danger onClick={() => open('revoke')}>
        {t('assessment:levels.revoke')}
      </Button>
      {opened === 'correct' ? <CorrectDrawer period={period} onClose={() => open(null)} /> : null}
      <ConfirmReason
        open={opened === 'revoke'}
        danger
        title={t('assessment:levels.revokeTitle')}
        note={t('assessment:levels.revokeNote')}
        okText={t('assessment:levels.revokeOk')}
        onConfirm={async (reason) => {
          await execute(REVOKE_LEVEL, { input: { id, version, reason } });
          await client.invalidateQueries({ queryKey: ['assessments'] });
        }}
        onClose={() => open(null)}
      />
    </Guard>
  );
}

/** One accepted level, or a former version of one with the reason of its end. */
export function LevelRow({ centerId, period }: LevelRowProps) {
  const { t, locale } = useText();
  const levelText = useLevelText();
  const when = (moment: string): string => formatMoment(moment, locale);
  const isOld = Boolean(period.supersededAt);
  return (
    <li className={isOld ? 'as-level-old' : ''}>
      <strong>{levelText(period.level, period.levelName)}</strong>
      <DaySpan from={period.from} until={lastDayOf(period.until)} />
      <span>{t(`assessment:kinds.${period.kind}`)}</span>
      <span>{t(`assessment:levels.scales.${period.scale}`)}</span>
      {isOld ? <StatusTag tone="plain">{t('assessment:levels.superseded')}</StatusTag> : null}
      <span className="as-list-note">
        {t(period.replacesId ? 'assessment:levels.changedBy' : 'assessment:levels.acceptedBy', {
          name: period.acceptedBy,
          date: when(period.acceptedAt),
        })}
        {period.reason ? ` · ${t('assessment:levels.why', { reason: period.reason })}` : ''}
        {period.supersededAt
          ? ` · ${t('assessment:levels.supersededBy', {
              name: period.supersededBy ?? '',
              date: when(period.supersededAt),
            })}`
          : ''}
        {period.supersededReason
          ? ` · ${t('assessment:levels.why', { reason: period.supersededReason })}`
          : ''}
      </span>
      <Flex gap={8} wrap align="center">
        <Link to={centerPath(centerId, `assessments/${period.assessmentId}`)}>
          {t('assessment:levels.openReport')}
        </Link>
        {isOld ? null : <Deeds period={period} />}
      </Flex>
    </li>
  );
}
