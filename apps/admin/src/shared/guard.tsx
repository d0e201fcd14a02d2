import type { ReactNode } from 'react';

import { useCan } from './session.js';

interface GuardProps {
  readonly permission: string;
  readonly children: ReactNode;
}

/** Shows its content to whoever holds the permission, and nothing to others. */
export function Guard({ permission, children }: GuardProps) {
  const can = useCan();
  return can(permission) ? children : null;
}
