import { Flex } from 'antd';
import { useId, type ReactNode } from 'react';

import './page-header.css';

interface PanelProps {
  readonly title?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A white sheet on the warm ground: one subject of a page. */
export function Panel({ title, actions, children }: PanelProps) {
  const id = useId();
  return (
    <section className="yb-panel" {...(title ? { 'aria-labelledby': id } : {})}>
      {title ? (
        <Flex justify="space-between" align="center" gap={12} wrap style={{ marginBottom: 12 }}>
          <h2 id={id} style={{ margin: 0, fontSize: 16, fontWeight: 600 }}>
            {title}
          </h2>
          {actions}
        </Flex>
      ) : null}
      {children}
    </section>
  );
}
