import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';

import { execute } from '../../api/execute.js';
import type { ApplicationProgramsQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { formatPackText } from '../../shared/format.js';
import { centerPath } from '../../shared/feature.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { useCan, useCenter } from '../../shared/session.js';
import { thisYear } from '../../shared/today.js';
import { APPLICATION_PROGRAMS, OPEN_AWARD, PREPARE_YEARLY } from './apply.queries.js';

type Program = ApplicationProgramsQuery['applicationPrograms'][number];

interface ApplyValues {
  readonly program: string;
  readonly name?: string;
  readonly kind?: string;
  readonly year?: string;
}

const YEARS_BACK = 4;

/** What the county's rules let a center apply for by itself, where there is anything. */
export function ApplyButton() {
  const { t } = useText();
  const can = useCan();
  const center = useCenter();
  const [isOpen, setOpen] = useState(false);
  const mayPrepare = can('claim.prepare');
  const { data: programs = [] } = useQuery({
    queryKey: ['application-programs', center.id],
    queryFn: async () =>
      (await execute(APPLICATION_PROGRAMS, { centerId: center.id })).applicationPrograms,
    enabled: mayPrepare,
  });
  return programs.length === 0 || !mayPrepare ? null : (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('claim:apply.open')}
      </Button>
      {isOpen ? (
        <ApplyDrawer centerId={center.id} programs={programs} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}

interface ApplyDrawerProps {
  readonly centerId: string;
  readonly programs: readonly Program[];
  readonly onClose: () => void;
}

function ApplyDrawer({ centerId, programs, onClose }: ApplyDrawerProps) {
  const { t, locale } = useText();
  const navigate = useNavigate();
  const [first] = programs;
  const form = useApiForm<ApplyValues, string>({
    draftKey: `apply:${centerId}`,
    initial: { program: first?.program ?? '', year: String(thisYear() - 1) },
    save: async (values, idempotencyKey) => await start(values, { centerId, idempotencyKey }),
    onSaved: (claimId) => void navigate(centerPath(centerId, `claims/${claimId}`)),
    invalidates: [['claims']],
    savedText: null,
  });
  const start = async (
    { program: chosen, name, kind, year }: ApplyValues,
    given: { readonly centerId: string; readonly idempotencyKey: string },
  ): Promise<string> => {
    const program = programs.find((one) => one.program === chosen);
    if (program?.kind === 'AWARD') {
      const input = { ...given, program: chosen, name: name ?? null, kind: kind ?? null };
      return (await execute(OPEN_AWARD, { input })).openAward.claimId;
    }
    const input = { ...given, program: chosen, year: year ?? '' };
    return (await execute(PREPARE_YEARLY, { input })).prepareYearlyClaim.claimId;
  };
  const chosen = Form.useWatch<string | undefined>('program', form.form) ?? first?.program;
  const program = programs.find((one) => one.program === chosen);
  const required = [{ required: true, message: t('review:required') }];
  return (
    <FormDrawer
      title={t('claim:apply.title')}
      form={form}
      onClose={onClose}
      submitText={t('claim:apply.start')}
    >
      <p style={{ marginTop: 0 }}>{t('claim:apply.note')}</p>
      <Form.Item name="program" label={t('claim:apply.program')} rules={required}>
        <Select
          options={programs.map((one) => ({
            value: one.program,
            label: `${formatPackText(locale === 'en' ? one.en : one.zh, locale)}（${one.clause}）`,
          }))}
        />
      </Form.Item>
      {program?.kind === 'AWARD' ? (
        <>
          <Form.Item name="name" label={t('claim:award.name')} rules={required}>
            <Input maxLength={120} autoComplete="off" />
          </Form.Item>
          {program.kinds.length > 0 ? (
            <Form.Item name="kind" label={t('claim:award.kind')} rules={required}>
              <Select
                options={program.kinds.map(({ code, zh, en }) => ({
                  value: code,
                  label: locale === 'en' ? en : zh,
                }))}
              />
            </Form.Item>
          ) : null}
        </>
      ) : (
        <Form.Item name="year" label={t('claim:apply.year')} rules={required}>
          <Select
            options={Array.from({ length: YEARS_BACK }, (_, back) => String(thisYear() - back)).map(
              (year) => ({ value: year, label: year }),
            )}
          />
        </Form.Item>
      )}
    </FormDrawer>
  );
}
