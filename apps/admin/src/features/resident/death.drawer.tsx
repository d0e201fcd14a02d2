import { Button, Flex, Form, Input } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { ConfirmReason } from '../../shared/confirm-reason.js';
import { DateInput } from '../../shared/form/date-inputs.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { fileKeys, useRefreshFile } from './paper-refresh.js';
import type { ResidentFile } from './resident-drawers.js';
import { RECORD_DEATH, REVOKE_DEATH } from './resident.queries.js';
import { today } from '../../shared/today.js';

interface DeathActionsProps {
  readonly resident: ResidentFile;
  readonly form: string | null;
  readonly onForm: (form: string | null) => void;
}

/** For people without a stay: in the house, a death is recorded where the stay ends. */
export function DeathActions({ resident, form, onForm }: DeathActionsProps) {
  const { t } = useText();
  const refresh = useRefreshFile(resident.id, resident.centerId);
  const [isRevoking, setRevoking] = useState(false);
  return (
    <Flex gap={8} wrap style={{ marginTop: 16 }} className="yb-no-print">
      <Button onClick={() => onForm('death')}>
        {resident.diedOn ? t('resident:death.correct') : t('resident:death.record')}
      </Button>
      {resident.diedOn ? (
        <Button danger onClick={() => setRevoking(true)}>
          {t('resident:death.revoke')}
        </Button>
      ) : null}
      {form === 'death' ? <DeathDrawer resident={resident} onClose={() => onForm(null)} /> : null}
      <ConfirmReason
        open={isRevoking}
        danger
        title={t('resident:death.revoke')}
        note={t('resident:death.revokeNote')}
        okText={t('resident:death.revoke')}
        onConfirm={async (reason) => {
          const { id, version } = resident;
          await execute(REVOKE_DEATH, { input: { residentId: id, version, reason } });
          await refresh();
        }}
        onClose={() => setRevoking(false)}
      />
    </Flex>
  );
}

interface Values {
  readonly diedOn: string;
  readonly certificate?: string | null;
  readonly reason?: string | null;
}

function DeathDrawer({
  resident,
  onClose,
}: {
  readonly resident: ResidentFile;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const { id, version, centerId, bornOn, diedOn, deathCertificate } = resident;
  const form = useApiForm<Values>({
    draftKey: `resident-death:${id}`,
    initial: diedOn ? { diedOn, certificate: deathCertificate ?? null } : {},
    save: async (values) =>
      await execute(RECORD_DEATH, { input: { ...values, residentId: id, version } }),
    invalidates: fileKeys(id, centerId),
    onSaved: onClose,
  });
  return (
    <FormDrawer
      title={diedOn ? t('resident:death.correct') : t('resident:death.record')}
      form={form}
      onClose={onClose}
    >
      <p>{t('resident:death.note')}</p>
      <Form.Item
        name="diedOn"
        label={t('resident:fields.diedOn')}
        rules={[{ required: true, message: t('rules:required') }]}
      >
        <DateInput min={bornOn} max={today()} />
      </Form.Item>
      <Form.Item name="certificate" label={t('resident:fields.deathCertificate')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('common:reason')}
        {...(diedOn ? { rules: [{ required: true, message: t('errors:REASON_REQUIRED') }] } : {})}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDrawer>
  );
}
