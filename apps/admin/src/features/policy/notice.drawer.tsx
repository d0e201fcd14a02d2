import { PaperClipOutlined, UploadOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Flex, Form, Input, Select, Upload } from 'antd';

import { execute } from '../../api/execute.js';
import { uploadPolicyScan } from '../../api/upload.js';
import type { PolicyPackQuery, ProposeNoticeInput } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { ErrorAlert } from '../../shared/error-alert.js';
import { MonthPicker } from '../../shared/form/date-inputs.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { YuanInput } from '../../shared/form/yuan-input.js';
import { formatFen } from '../../shared/format.js';
import type { CountyPlace } from './policy.page.js';
import { PACK } from './policy.queries.js';
import { PROPOSE_NOTICE } from './proposal.queries.js';
import { usePackWords } from './words.js';

type Rate = PolicyPackQuery['policyPack']['rates'][number];
type NoticeValues = Omit<ProposeNoticeInput, 'countyCode' | 'packId'>;

interface NoticeDrawerProps {
  readonly packId: string;
  readonly place: CountyPlace;
  readonly onClose: () => void;
}

const MAX_REASON = 500;

export function useRates(packId: string, countyCode: string): readonly Rate[] {
  const { data } = useQuery({
    queryKey: ['policy', 'pack', packId, countyCode],
    queryFn: async () => (await execute(PACK, { packId, countyCode })).policyPack,
    enabled: packId !== '',
  });
  return data?.rates ?? [];
}

export function useRateText() {
  const { t } = useText();
  const { say } = usePackWords();
  return (rate: Rate): string => {
    const now =
      rate.fen === null || rate.fen === undefined
        ? t('policy:notice.blankNow')
        : t(rate.isFloor ? 'policy:notice.floorNow' : 'policy:notice.fixedNow', {
            amount: formatFen(rate.fen),
          });
    return `${say(rate.label)} · ${now}`;
  };
}

/** A figure from a month on, with the paper that says so. */
export function NoticeDrawer({ packId, place, onClose }: NoticeDrawerProps) {
  const { t } = useText();
  const rates = useRates(packId, place.countyCode);
  const rateText = useRateText();
  const form = useApiForm<NoticeValues>({
    draftKey: `policy-notice:${packId}`,
    save: async (values) =>
      await execute(PROPOSE_NOTICE, {
        input: { ...values, countyCode: place.countyCode, packId },
      }),
    onSaved: onClose,
    invalidates: [['policy']],
    savedText: t('policy:notice.proposed'),
  });
  const required = [{ required: true, message: t('rules:required') }];
  return (
    <FormDrawer
      title={t('policy:notice.title')}
      form={form}
      onClose={onClose}
      submitText={t('policy:decision.propose')}
    >
      <p style={{ marginTop: 0 }}>{t('policy:notice.note')}</p>
      <Form.Item name="rate" label={t('policy:notice.rate')} rules={required}>
        <Select
          popupMatchSelectWidth={false}
          options={rates.map((rate) => ({ value: rate.id, label: rateText(rate) }))}
        />
      </Form.Item>
      <Form.Item name="fen" label={t('policy:notice.amount')} rules={required}>
        <YuanInput />
      </Form.Item>
      <Flex gap={16} wrap>
        <Form.Item name="fromMonth" label={t('policy:notice.fromMonth')} rules={required}>
          <MonthPicker />
        </Form.Item>
        <Form.Item name="lastMonth" label={t('policy:notice.lastMonth')}>
          <MonthPicker />
        </Form.Item>
      </Flex>
      <Form.Item name="documentTitle" label={t('policy:notice.documentTitle')} rules={required}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="documentNumber" label={t('policy:notice.documentNumber')} rules={required}>
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
      <Form.Item name="clause" label={t('policy:notice.clause')} rules={required}>
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
      <Form.Item name="scanId" label={t('policy:notice.scan')} rules={required}>
        <ScanInput countyCode={place.countyCode} />
      </Form.Item>
      <Form.Item name="reason" label={t('policy:notice.reason')} rules={required}>
        <Input.TextArea rows={2} maxLength={MAX_REASON} showCount />
      </Form.Item>
    </FormDrawer>
  );
}

interface ScanInputProps {
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (scanId: string | null) => void;
  readonly countyCode: string;
}

/** The paper goes up while the form is still being filled in; the form keeps its id. */
function ScanInput({ id, value, onChange, countyCode }: ScanInputProps) {
  const { t } = useText();
  const upload = useMutation({
    mutationFn: async (file: File) => await uploadPolicyScan(file, countyCode),
    onSuccess: (file) => onChange?.(file.id),
  });
  return (
    <>
      {upload.error ? <ErrorAlert title={t('shell:files.failed')} error={upload.error} /> : null}
      <Flex gap={12} align="center" wrap>
        <Upload
          accept=".jpg,.jpeg,.png,.webp,.pdf"
          showUploadList={false}
          disabled={upload.isPending}
          beforeUpload={(file) => {
            upload.mutate(file);
            return Upload.LIST_IGNORE;
          }}
        >
          <Button
            {...(id ? { id } : {})}
            icon={<UploadOutlined aria-hidden />}
            loading={upload.isPending}
          >
            {t(value ? 'policy:notice.replace' : 'policy:notice.choose')}
          </Button>
        </Upload>
        {value ? (
          <a href={`/files/policy-scan/${value}`} target="_blank" rel="noreferrer">
            <PaperClipOutlined aria-hidden /> {upload.data?.fileName ?? t('policy:notice.openScan')}
          </a>
        ) : (
          <span className="yb-soft">{t('policy:notice.scanHint')}</span>
        )}
      </Flex>
    </>
  );
}
