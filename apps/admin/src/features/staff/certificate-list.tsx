import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Empty, Flex } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { ConfirmReason } from '../../shared/confirm-reason.js';
import { useErrorText } from '../../shared/use-error-text.js';
import { Day } from '../../shared/values.js';
import type { Certificate } from './certificate.drawer.js';
import { ExpiryTag } from './expiry-tag.js';
import { REMOVE_CERTIFICATE, VERIFY_CERTIFICATE } from './staff.queries.js';
import './staff.css';

interface CertificateListProps {
  readonly certificates: readonly Certificate[];
  readonly centerId: string;
  readonly canWrite: boolean;
  readonly onCorrect: (certificate: Certificate) => void;
}

export function CertificateList(props: CertificateListProps) {
  const { certificates, centerId, canWrite, onCorrect } = props;
  const { t } = useText();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const client = useQueryClient();
  const [removing, setRemoving] = useState<Certificate | null>(null);
  const refresh = async (staffId: string): Promise<void> => {
    await Promise.all(
      [
        ['staff-member', staffId],
        ['staff', centerId],
        ['certificates', centerId],
      ].map(async (queryKey) => await client.invalidateQueries({ queryKey })),
    );
  };
  const verify = async ({ id, version, staffId }: Certificate): Promise<void> => {
    try {
      await execute(VERIFY_CERTIFICATE, { id, version });
      await refresh(staffId);
    } catch (error) {
      void message.error(errorText(error).sentence);
    }
  };
  if (certificates.length === 0) {
    return (
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('staff:certificate.empty')} />
    );
  }
  return (
    <>
      <ul className="yb-certificates">
        {certificates.map((certificate) => (
          <li key={certificate.id}>
            <div>
              <Flex gap={12} align="center" wrap>
                <strong>{t(`staff:types.${certificate.type}`)}</strong>
                <ExpiryTag state={certificate.state} />
              </Flex>
              <Facts certificate={certificate} />
            </div>
            {canWrite ? (
              <Flex gap={4} wrap>
                {certificate.verifiedAt ? null : (
                  <Button type="link" onClick={() => void verify(certificate)}>
                    {t('staff:certificate.verifyDo')}
                  </Button>
                )}
                <Button type="link" onClick={() => onCorrect(certificate)}>
                  {t('common:edit')}
                </Button>
                <Button type="link" danger onClick={() => setRemoving(certificate)}>
                  {t('staff:certificate.remove')}
                </Button>
              </Flex>
            ) : null}
          </li>
        ))}
      </ul>
      <ConfirmReason
        open={removing !== null}
        danger
        title={t('staff:certificate.removeTitle')}
        note={t('staff:certificate.removeNote')}
        okText={t('staff:certificate.remove')}
        onConfirm={async (reason) => {
          if (removing) {
            const { id, version } = removing;
            await execute(REMOVE_CERTIFICATE, { input: { id, version, reason } });
            await refresh(removing.staffId);
          }
        }}
        onClose={() => setRemoving(null)}
      />
    </>
  );
}

function Facts({ certificate }: { readonly certificate: Certificate }) {
  const { t } = useText();
  const { number, level, issuer, issuedOn, validUntil, verifiedByName } = certificate;
  return (
    <Flex gap={16} wrap className="yb-quiet">
      {number ? <span>{number}</span> : null}
      {level ? <span>{t('staff:certificate.levelValue', { level })}</span> : null}
      {issuer ? <span>{issuer}</span> : null}
      <span>
        {t('staff:certificate.issuedOn')} <Day value={issuedOn} />
      </span>
      <span>
        {validUntil ? (
          <>
            {t('staff:certificate.validUntil')} <Day value={validUntil} />
          </>
        ) : (
          t('staff:certificate.forEver')
        )}
      </span>
      <span>
        {verifiedByName
          ? t('staff:certificate.verified', { name: verifiedByName })
          : t('staff:certificate.notVerified')}
      </span>
    </Flex>
  );
}
