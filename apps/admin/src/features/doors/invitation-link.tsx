import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { Alert, Modal, Typography } from 'antd';

import { useText } from '../../i18n/use-text.js';
import { Moment } from '../../shared/values.js';
import './invitation-link.css';

interface InvitationLinkProps {
  readonly link: { readonly token: string; readonly expiresAt: string };
  readonly onClose: () => void;
}

/** Shown once: the server keeps only a digest of it. The token stands after `#`, where no server log sees it. */
export function InvitationLink({ link, onClose }: InvitationLinkProps) {
  const { t } = useText();
  const href = `${window.location.origin}/invitation#${link.token}`;
  return (
    <Modal
      open
      title={t('doors:invitation.title')}
      mask={{ closable: false }}
      okText={t('doors:invitation.done')}
      cancelButtonProps={{ style: { display: 'none' } }}
      onOk={onClose}
      onCancel={onClose}
    >
      <Alert type="warning" showIcon title={t('doors:invitation.once')} />
      <Typography.Paragraph code style={{ margin: '16px 0 0', overflowWrap: 'anywhere' }}>
        {href}
      </Typography.Paragraph>
      <Typography.Text
        className="yb-copy"
        copyable={{
          text: href,
          tooltips: false,
          icon: [
            <span key="copy">
              <CopyOutlined aria-hidden /> {t('doors:invitation.copy')}
            </span>,
            <span key="copied">
              <CheckOutlined aria-hidden /> {t('common:copied')}
            </span>,
          ],
        }}
      />
      <p>
        {t('doors:invitation.validUntil')} <Moment value={link.expiresAt} />
      </p>
    </Modal>
  );
}
