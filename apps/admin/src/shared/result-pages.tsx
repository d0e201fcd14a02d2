import { Button, Result } from 'antd';
import { Link } from 'react-router';

import { useText } from '../i18n/use-text.js';

export function NotFound() {
  const { t } = useText();
  return (
    <Result
      status="404"
      icon={<span />}
      title={t('shell:notFound.title')}
      subTitle={t('shell:notFound.text')}
      extra={
        <Link to="/">
          <Button type="primary">{t('shell:notFound.home')}</Button>
        </Link>
      }
    />
  );
}

export function Forbidden() {
  const { t } = useText();
  return (
    <Result
      status="403"
      icon={<span />}
      title={t('shell:forbidden.title')}
      subTitle={t('errors:FORBIDDEN')}
      extra={
        <Link to="/">
          <Button type="primary">{t('shell:notFound.home')}</Button>
        </Link>
      }
    />
  );
}
