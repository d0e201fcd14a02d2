import { Button, Flex } from 'antd';
import { Link } from 'react-router';

import { useText } from '../i18n/use-text.js';

function Nowhere({ title, text }: { readonly title: string; readonly text: string }) {
  const { t } = useText();
  return (
    <Flex vertical align="center" gap={12} style={{ padding: '96px 16px', textAlign: 'center' }}>
      <h1 style={{ margin: 0, fontSize: 20, fontWeight: 600 }}>{title}</h1>
      <p style={{ margin: 0, maxWidth: 520, color: 'var(--yb-ink-soft)' }}>{text}</p>
      <Link to="/">
        <Button type="primary" tabIndex={-1}>
          {t('shell:notFound.home')}
        </Button>
      </Link>
    </Flex>
  );
}

export function NotFound() {
  const { t } = useText();
  return <Nowhere title={t('shell:notFound.title')} text={t('shell:notFound.text')} />;
}

export function Forbidden() {
  const { t } = useText();
  return <Nowhere title={t('shell:forbidden.title')} text={t('errors:FORBIDDEN')} />;
}
