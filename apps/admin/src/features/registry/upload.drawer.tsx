import { DownloadOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Radio } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';

import { uploadRegistryList } from '../../api/upload.js';
import type { RegistryKind } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { ErrorAlert } from '../../shared/error-alert.js';
import { SheetDrop } from '../../shared/files/sheet-drop.js';
import { SideDrawer } from '../../shared/side-drawer.js';
import './registry.css';

const KINDS: readonly RegistryKind[] = ['DEATH', 'HOUSEHOLD', 'SUPPORT', 'INPATIENT'];
const WIDTH = 520;

/** Kind, template, file: then the list is tried and shown, and nothing of it counts yet. */
export function UploadDrawer({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [kind, setKind] = useState<RegistryKind>('DEATH');
  const upload = useMutation({
    mutationFn: async (file: File) => await uploadRegistryList(file, kind),
    onSuccess: async ({ id, isKnown }) => {
      await client.invalidateQueries({ queryKey: ['registry'] });
      if (isKnown) {
        void message.info(t('registry:known'));
      }
      void navigate(`/bureau/lists/${id}`);
    },
  });
  return (
    <SideDrawer title={t('registry:uploadTitle')} width={WIDTH} onClose={onClose}>
      {upload.error ? <ErrorAlert error={upload.error} /> : null}
      <Radio.Group
        aria-label={t('registry:kind')}
        className="yb-registry-kinds"
        value={kind}
        options={KINDS.map((value) => ({ value, label: t(`registry:kinds.${value}`) }))}
        onChange={(event) => setKind(event.target.value as RegistryKind)}
      />
      <p className="yb-soft">{t(`registry:kindNotes.${kind}`)}</p>
      <p className="yb-soft">{t('registry:deedNote')}</p>
      <p>
        <Button icon={<DownloadOutlined aria-hidden />} href={`/files/registry/template/${kind}`}>
          {t('registry:template')}
        </Button>
      </p>
      <SheetDrop
        text={upload.isPending ? t('registry:uploading') : t('registry:drop')}
        note={t('registry:dropNote')}
        isBusy={upload.isPending}
        onFile={(file) => upload.mutate(file)}
      />
    </SideDrawer>
  );
}
