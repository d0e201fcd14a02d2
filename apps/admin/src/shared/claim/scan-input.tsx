import { PaperClipOutlined, UploadOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Flex, Upload } from 'antd';

import { uploadFile } from '../../api/upload.js';
import { useText } from '../../i18n/use-text.js';
import { ErrorAlert } from '../error-alert.js';

const ACCEPT = '.jpg,.jpeg,.png,.webp,.pdf';

interface ScanInputProps {
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (attachmentId: string | null) => void;
  readonly claim: { readonly id: string; readonly centerId: string };
  readonly kind: 'DECISION' | 'RECEIPT' | 'AWARD_DECISION';
}

/** A paper of a claim, uploaded while the form is still being filled in; the form keeps its id. */
export function ScanInput({ id, value, onChange, claim, kind }: ScanInputProps) {
  const { t } = useText();
  const client = useQueryClient();
  const upload = useMutation({
    mutationFn: async (file: File) =>
      await uploadFile(file, {
        centerId: claim.centerId,
        entity: 'claim',
        entityId: claim.id,
        kind,
      }),
    onSuccess: async (file) => {
      onChange?.(file.id);
      await client.invalidateQueries({ queryKey: ['attachments', 'claim', claim.id] });
    },
  });
  return (
    <>
      {upload.error ? <ErrorAlert title={t('shell:files.failed')} error={upload.error} /> : null}
      <Flex gap={12} align="center" wrap>
        <Upload
          accept={ACCEPT}
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
            {value ? t('review:scan.replace') : t('review:scan.choose')}
          </Button>
        </Upload>
        {value ? (
          <a href={`/files/${value}`} target="_blank" rel="noreferrer">
            <PaperClipOutlined aria-hidden /> {upload.data?.fileName ?? t('review:scan.open')}
          </a>
        ) : (
          <span className="yb-soft">{t('review:scan.hint')}</span>
        )}
      </Flex>
    </>
  );
}
