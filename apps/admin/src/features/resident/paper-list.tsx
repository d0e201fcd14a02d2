import { Flex } from 'antd';
import { Children, type ReactNode } from 'react';

import './paper-list.css';

export function PaperList({ children }: { readonly children: ReactNode }) {
  return <ul className="yb-paper-list">{children}</ul>;
}

interface PaperCardProps {
  readonly title: ReactNode;
  readonly tags?: ReactNode;
  /** Said one after the other; what is empty is left out. */
  readonly facts: readonly ReactNode[];
  /** What is too long for a line. */
  readonly body?: ReactNode;
  readonly actions?: ReactNode;
  readonly isVoided?: boolean;
}

/** One paper of a person: what it is, what it says, what can be done with it. */
export function PaperCard({ title, tags, facts, body, actions, isVoided }: PaperCardProps) {
  const said = facts.filter((fact) => fact !== null && fact !== undefined && fact !== '');
  return (
    <li className={isVoided ? 'yb-paper-voided' : ''}>
      <div>
        <Flex gap={8} align="center" wrap>
          <strong>{title}</strong>
          {tags}
        </Flex>
        <Flex gap={16} wrap className="yb-paper-facts">
          {Children.map(said, (fact) => (
            <span>{fact}</span>
          ))}
        </Flex>
        {body}
      </div>
      {actions ? (
        <Flex gap={4} wrap className="yb-no-print">
          {actions}
        </Flex>
      ) : null}
    </li>
  );
}
