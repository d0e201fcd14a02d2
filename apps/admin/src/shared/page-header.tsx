import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { useNavigate } from 'react-router';

import { useText } from '../i18n/use-text.js';
import './page-header.css';

interface PageHeaderProps {
  readonly title: string;
  /** One quiet line under the title: what this page is for, or whose record it is. */
  readonly note?: ReactNode;
  /** State and key figures, right after the title. */
  readonly tags?: ReactNode;
  readonly actions?: ReactNode;
  /** The list this record belongs to. */
  readonly backTo?: string;
}

export function PageHeader({ title, note, tags, actions, backTo }: PageHeaderProps) {
  const { t } = useText();
  const navigate = useNavigate();
  useEffect(() => {
    document.title = `${title} · ${t('common:product')}`;
  }, [title, t]);
  return (
    <header className="yb-page-header">
      <Flex align="center" gap={8} wrap className="yb-page-heading">
        <div className="yb-page-title">
          {backTo === undefined ? null : (
            <Button
              type="text"
              className="yb-no-print"
              icon={<ArrowLeftOutlined />}
              aria-label={t('common:back')}
              onClick={() => void navigate(backTo)}
            />
          )}
          <h1>{title}</h1>
        </div>
        {tags}
      </Flex>
      {actions ? (
        <Flex gap={8} wrap className="yb-page-actions yb-no-print">
          {actions}
        </Flex>
      ) : null}
      {note ? <p className="yb-page-note">{note}</p> : null}
    </header>
  );
}
