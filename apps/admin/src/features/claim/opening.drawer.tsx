import { UploadOutlined } from '@ant-design/icons';
import { Alert, App, Button, Flex, Upload } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import { uploadFile } from '../../api/upload.js';
import type { ImportOpeningLedgerMutation } from '../../gql/graphql.js';
import type { TextKey } from '../../i18n/keys.js';
import { useText } from '../../i18n/use-text.js';
import { DownloadButton } from '../../shared/download-button.js';
import { ErrorAlert } from '../../shared/error-alert.js';
import { formatFen } from '../../shared/format.js';
import { SideDrawer } from '../../shared/side-drawer.js';
import { IMPORT_OPENING } from './board.queries.js';

type Outcome = ImportOpeningLedgerMutation['importOpeningLedger'];

interface OpeningDrawerProps {
  readonly centerId: string;
  readonly yearFrom: string;
  readonly onClose: () => void;
  readonly onStored: () => Promise<void>;
}

/** Upload, see what would be stored or what is wrong by row, then store all of it or nothing. */
export function OpeningDrawer({ centerId, yearFrom, onClose, onStored }: OpeningDrawerProps) {
  const { t } = useText();
  const { message } = App.useApp();
  const [file, setFile] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const run = async (attachmentId: string, isDryRun: boolean): Promise<Outcome | null> => {
    setBusy(true);
    setError(null);
    try {
      const input = { attachmentId, centerId, yearFrom, isDryRun };
      return (await execute(IMPORT_OPENING, { input })).importOpeningLedger;
    } catch (refusal) {
      setError(refusal);
      return null;
    } finally {
      setBusy(false);
    }
  };
  const take = async (chosen: File): Promise<void> => {
    setError(null);
    setOutcome(null);
    try {
      const target = { centerId, entity: 'openingLedger', entityId: centerId, kind: 'SHEET' };
      const { id } = await uploadFile(chosen, target);
      setFile(id);
      setOutcome(await run(id, true));
    } catch (refusal) {
      setError(refusal);
    }
  };
  const store = async (): Promise<void> => {
    const stored = file === null ? null : await run(file, false);
    if (stored?.isStored) {
      void message.success(t('claim:opening.stored', { count: stored.rowCount }));
      await onStored();
      onClose();
    }
  };
  const query = new URLSearchParams({ centerId, yearFrom }).toString();
  const canStore = outcome !== null && outcome.problems.length === 0 && outcome.rowCount > 0;
  return (
    <SideDrawer
      title={t('claim:opening.drawer')}
      onClose={onClose}
      width={560}
      footer={
        <Flex justify="flex-end">
          <Button type="primary" disabled={!canStore} loading={isBusy} onClick={() => void store()}>
            {t('claim:opening.save')}
          </Button>
        </Flex>
      }
    >
      <p style={{ marginTop: 0 }}>{t('claim:opening.note')}</p>
      <Flex gap={8} wrap style={{ marginBottom: 16 }}>
        <DownloadButton href={`/export/opening-ledger/template?${query}`}>
          {t('claim:opening.template')}
        </DownloadButton>
        <Upload
          accept=".xlsx,.csv,.txt"
          showUploadList={false}
          beforeUpload={(chosen) => {
            void take(chosen);
            return false;
          }}
        >
          <Button icon={<UploadOutlined aria-hidden />} loading={isBusy}>
            {t('claim:opening.upload')}
          </Button>
        </Upload>
      </Flex>
      {error ? <ErrorAlert error={error} /> : null}
      {outcome ? <OutcomeView outcome={outcome} /> : null}
    </SideDrawer>
  );
}

function OutcomeView({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useText();
  if (outcome.problems.length === 0) {
    const yuan = formatFen(outcome.totalFen);
    return (
      <Alert
        type="success"
        showIcon
        title={t('claim:opening.ok', { count: outcome.rowCount, yuan })}
      />
    );
  }
  return (
    <Alert
      type="error"
      showIcon
      title={t('claim:opening.problems', { count: outcome.problems.length })}
      description={
        <ul style={{ paddingInlineStart: 18, margin: 0 }}>
          {outcome.problems.map(({ row, column, rule, value }) => (
            <li key={`${row}-${column}-${rule}`}>
              {t('claim:opening.row', { row })} · {column}
              {value ? ` “${value}”` : ''}: {t(`claim:opening.rule.${rule}` as TextKey)}
            </li>
          ))}
        </ul>
      }
    />
  );
}
