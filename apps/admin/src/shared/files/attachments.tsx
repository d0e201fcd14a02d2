import { UploadOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { Button, Empty, Flex, Progress, Select, Upload } from 'antd';
import { useState } from 'react';

import { ApiError } from '../../api/api-error.js';
import { execute } from '../../api/execute.js';
import { uploadFile } from '../../api/upload.js';
import { useText } from '../../i18n/use-text.js';
import { ErrorAlert } from '../error-alert.js';
import { QueryView } from '../query-view.js';
import { AttachmentList } from './attachment-list.js';
import { ATTACHMENTS } from './attachments.queries.js';

const MAX_MEGABYTES = 10;
const ACCEPT = '.jpg,.jpeg,.png,.webp,.pdf,.xlsx,.csv';
const TYPE = /\.(jpe?g|png|webp|pdf|xlsx|csv)$/i;

export interface AttachmentKind {
  /** As stored with the file. */
  readonly value: string;
  readonly label: string;
}

export interface AttachmentsProps {
  readonly centerId: string;
  readonly entity: string;
  readonly entityId: string;
  /** What papers belong here; the first is chosen already. */
  readonly kinds: readonly AttachmentKind[];
  readonly canWrite: boolean;
  /** What else shows how many there are. */
  readonly alsoStale?: readonly QueryKey[];
}

/** Found out before the bytes travel; the server looks at the bytes themselves again. */
function refusalOf(file: File): ApiError | null {
  if (file.size > MAX_MEGABYTES * 1024 * 1024) {
    return new ApiError('FILE_TOO_LARGE', { params: { maxMegabytes: MAX_MEGABYTES } });
  }
  return TYPE.test(file.name) ? null : new ApiError('FILE_TYPE_REFUSED');
}

function useUpload(props: AttachmentsProps, kind: string) {
  const client = useQueryClient();
  const [percent, setPercent] = useState<number | null>(null);
  const upload = useMutation({
    mutationFn: async (file: File) => {
      const refusal = refusalOf(file);
      if (refusal) {
        throw refusal;
      }
      const { centerId, entity, entityId } = props;
      return await uploadFile(
        file,
        { centerId, entity, entityId, kind },
        { onProgress: setPercent },
      );
    },
    onSettled: async () => {
      setPercent(null);
      await client.invalidateQueries({ queryKey: ['attachments', props.entity, props.entityId] });
      await client.invalidateQueries({ queryKey: ['history', props.entity, props.entityId] });
      for (const queryKey of props.alsoStale ?? []) {
        await client.invalidateQueries({ queryKey });
      }
    },
  });
  return { upload, percent };
}

/** The papers beside a record: upload with progress, look at, print the list, take away with a reason. */
export function Attachments(props: AttachmentsProps) {
  const { t } = useText();
  const [kind, setKind] = useState(props.kinds[0]?.value ?? 'OTHER');
  const { upload, percent } = useUpload(props, kind);
  const files = useQuery({
    queryKey: ['attachments', props.entity, props.entityId],
    queryFn: async () =>
      (await execute(ATTACHMENTS, { entity: props.entity, entityId: props.entityId })).attachments,
  });
  return (
    <div>
      {upload.error ? <ErrorAlert title={t('shell:files.failed')} error={upload.error} /> : null}
      {props.canWrite ? (
        <Flex gap={8} wrap align="center" style={{ marginBottom: 12 }} className="yb-no-print">
          {props.kinds.length > 1 ? (
            <Select
              aria-label={t('shell:files.kind')}
              value={kind}
              options={[...props.kinds]}
              popupMatchSelectWidth={false}
              style={{ minWidth: 160 }}
              onChange={setKind}
            />
          ) : null}
          <Upload
            accept={ACCEPT}
            showUploadList={false}
            disabled={upload.isPending}
            beforeUpload={(file) => {
              upload.mutate(file);
              return Upload.LIST_IGNORE;
            }}
          >
            <Button icon={<UploadOutlined aria-hidden />} loading={upload.isPending}>
              {t('shell:files.upload')}
            </Button>
          </Upload>
          <span style={{ color: 'var(--yb-ink-soft)' }}>
            {t('shell:files.limits', { maxMegabytes: MAX_MEGABYTES })}
          </span>
          {percent === null ? null : (
            <Progress
              percent={percent}
              style={{ width: 160 }}
              aria-label={t('shell:files.progress')}
            />
          )}
        </Flex>
      ) : null}
      <QueryView query={files} rows={3}>
        {(items) =>
          items.length === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('shell:files.none')} />
          ) : (
            <AttachmentList {...props} files={items} />
          )
        }
      </QueryView>
    </div>
  );
}
