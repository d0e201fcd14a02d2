import { DownloadOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Empty } from 'antd';
import { useEffect } from 'react';

import type { ClaimQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { Attachments } from '../files/attachments.js';
import { formatSize } from '../format.js';
import { Panel } from '../panel.js';
import { useCan } from '../session.js';
import { Moment } from '../values.js';

const KINDS = ['EVIDENCE', 'SIGNED', 'DECISION', 'RECEIPT', 'OTHER'] as const;
const DIGEST_SHOWN = 16;
const LOOK_AGAIN_MS = 2_000;

/** The package is made in the background after a submission: whoever waits for it here sees it come. */
function useFilingToCome({ id, status, filings }: ClaimQuery['claim']): void {
  const client = useQueryClient();
  const isToCome = status === 'SUBMITTED' && filings.length === 0;
  useEffect(() => {
    if (!isToCome) {
      return undefined;
    }
    const timer = setInterval(
      () => void client.invalidateQueries({ queryKey: ['claim', id], exact: true }),
      LOOK_AGAIN_MS,
    );
    return () => clearInterval(timer);
  }, [client, id, isToCome]);
}

export function FilingsTab({ claim }: { readonly claim: ClaimQuery['claim'] }) {
  const { t } = useText();
  const can = useCan();
  useFilingToCome(claim);
  return (
    <>
      <Panel title={t('claim:tabs.filings')}>
        <p style={{ marginTop: 0 }}>{t('claim:filings.note')}</p>
        {claim.filings.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('claim:filings.empty')} />
        ) : (
          claim.filings.map((filing) => (
            <div key={filing.id} className="yb-filing">
              <Button type="primary" icon={<DownloadOutlined aria-hidden />} href={filing.path}>
                {t(
                  filing.language === 'en'
                    ? 'claim:filings.downloadEn'
                    : 'claim:filings.downloadZh',
                )}
              </Button>
              <span className="yb-soft">
                {formatSize(filing.size)} · <Moment value={filing.createdAt} />
              </span>
              <span className="yb-soft">
                {t('claim:filings.digest')}{' '}
                <span className="yb-digest" title={filing.sha256}>
                  {filing.sha256.slice(0, DIGEST_SHOWN)}…
                </span>
              </span>
            </div>
          ))
        )}
        {claim.filings.length > 0 && (
          <Button icon={<DownloadOutlined aria-hidden />} href={`/export/filing/${claim.id}/key`}>
            {t('claim:filings.key')}
          </Button>
        )}
      </Panel>
      <Panel title={t('claim:attachments')}>
        <Attachments
          centerId={claim.centerId}
          entity="claim"
          entityId={claim.id}
          canWrite={can('claim.prepare')}
          kinds={KINDS.map((value) => ({ value, label: t(`claim:attachmentKinds.${value}`) }))}
        />
      </Panel>
    </>
  );
}
