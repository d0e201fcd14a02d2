import { Flex } from 'antd';
import { useId, type ReactNode } from 'react';

interface LevelSectionProps {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A subject inside the tab: the sheet around it belongs to the resident's page. */
export function LevelSection({ title, actions, children }: LevelSectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Flex justify="space-between" align="center" gap={12} wrap style={{ marginBottom: 12 }}>
        <h2 id={id} style={{ margin: 0, fontSize: 16, fontWeight: 600 }}>
          {title}
        </h2>
        {actions}
      </Flex>
      {children}
    </section>
  );
}
