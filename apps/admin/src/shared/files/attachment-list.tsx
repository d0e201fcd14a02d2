import { DeleteOutlined, EyeOutlined, PrinterOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Flex, Modal } from 'antd';
import { useRef, useState } from 'react';

import { execute } from '../../api/execute.js';
import type { AttachmentsQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { ConfirmReason } from '../confirm-reason.js';
import { formatDay, formatSize } from '../format.js';
import { printPart } from '../print-part.js';
import { today } from '../today.js';
import { useIsPhone } from '../use-is-phone.js';
import { Moment } from '../values.js';
import type { AttachmentsProps } from './attachments.js';
import { REMOVE_ATTACHMENT } from './attachments.queries.js';
import { DataTable } from '../table/data-table.js';

type FileRow = AttachmentsQuery['attachments'][number];

const isShown = (file: FileRow): boolean => /^(image\/|application\/pdf)/.test(file.mediaType);
const hrefOf = (file: FileRow): string => `/files/${file.id}`;

function Preview({ file, onClose }: { readonly file: FileRow; readonly onClose: () => void }) {
  const { t } = useText();
  return (
    <Modal
      open
      title={file.fileName}
      width={900}
      onCancel={onClose}
      footer={
        <Button href={hrefOf(file)} target="_blank" rel="noreferrer">
          {t('shell:files.openTab')}
        </Button>
      }
    >
      {file.mediaType.startsWith('image/') ? (
        <img src={hrefOf(file)} alt={file.fileName} style={{ maxWidth: '100%' }} />
      ) : (
        <iframe
          src={hrefOf(file)}
          title={file.fileName}
          style={{ width: '100%', height: '70vh', border: 0 }}
        />
      )}
    </Modal>
  );
}

interface AttachmentListProps extends AttachmentsProps {
  readonly files: readonly FileRow[];
}

export function AttachmentList(props: AttachmentListProps) {
  const { files, kinds, entity, entityId, alsoStale = [] } = props;
  const { t, locale } = useText();
  const list = useRef<HTMLDivElement>(null);
  const client = useQueryClient();
  const isPhone = useIsPhone();
  const [previewed, setPreviewed] = useState<FileRow | null>(null);
  const [removed, setRemoved] = useState<FileRow | null>(null);
  const kindLabel = (kind: string): string =>
    kinds.find(({ value }) => value === kind)?.label ?? t('shell:files.otherKind');
  return (
    <div ref={list}>
      <p className="yb-print-only">
        {t('shell:files.listTitle', { number: files.length, day: formatDay(today(), locale) })}
      </p>
      <DataTable<FileRow>
        rowKey="id"
        dataSource={[...files]}
        columns={[
          { key: 'kind', title: t('shell:files.kind'), render: (_, file) => kindLabel(file.kind) },
          {
            key: 'name',
            title: t('shell:files.name'),
            render: (_, file) => (
              <a href={hrefOf(file)} target="_blank" rel="noreferrer">
                {file.fileName}
              </a>
            ),
          },
          {
            key: 'size',
            title: t('shell:files.size'),
            align: 'right',
            render: (_, file) => formatSize(file.size),
          },
          {
            key: 'at',
            title: t('shell:files.at'),
            render: (_, file) => <Moment value={file.createdAt} />,
          },
          {
            key: 'do',
            title: <span className="yb-visually-hidden">{t('common:more')}</span>,
            className: 'yb-no-print',
            render: (_, file) => (
              <Flex gap={4}>
                {isShown(file) && !isPhone ? (
                  <Button
                    type="text"
                    icon={<EyeOutlined />}
                    aria-label={t('shell:files.look', { name: file.fileName })}
                    onClick={() => setPreviewed(file)}
                  />
                ) : null}
                {file.canRemove ? (
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={t('shell:files.removeNamed', { name: file.fileName })}
                    onClick={() => setRemoved(file)}
                  />
                ) : null}
              </Flex>
            ),
          },
        ]}
      />
      <Flex justify="flex-end" style={{ marginTop: 8 }} className="yb-no-print">
        <Button
          type="text"
          icon={<PrinterOutlined aria-hidden />}
          onClick={() => printPart(list.current)}
        >
          {t('shell:files.printList')}
        </Button>
      </Flex>
      {previewed ? <Preview file={previewed} onClose={() => setPreviewed(null)} /> : null}
      <ConfirmReason
        open={removed !== null}
        danger
        title={t('shell:files.remove')}
        note={t('shell:files.removeNote', { name: removed?.fileName ?? '' })}
        okText={t('shell:files.remove')}
        onClose={() => setRemoved(null)}
        onConfirm={async (reason) => {
          await execute(REMOVE_ATTACHMENT, { input: { id: removed?.id ?? '', reason } });
          await client.invalidateQueries({ queryKey: ['attachments', entity, entityId] });
          await client.invalidateQueries({ queryKey: ['history', entity, entityId] });
          for (const queryKey of alsoStale) {
            await client.invalidateQueries({ queryKey });
          }
        }}
      />
    </div>
  );
}
