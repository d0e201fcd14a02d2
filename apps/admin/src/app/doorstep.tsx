import { Navigate, useLocation } from 'react-router';

import { lazyPart } from '../shared/lazy-part.js';
import { useSessionQuery } from '../shared/session.js';
import { loadShell } from './load-shell.js';
import { signInPath } from './sign-in/next-path.js';
import { wasHere } from './was-here.js';

const Shell = lazyPart(loadShell);

/**
 * Before everything that needs a session. A browser in which nobody was signed in is asked first and shown the door,
 * which needs a fraction of the scripts; where somebody was, both are fetched at once.
 */
export function Doorstep() {
  const session = useSessionQuery();
  const { pathname, search } = useLocation();
  if (session.data === null) {
    return <Navigate replace to={signInPath(`${pathname}${search}`)} />;
  }
  if (session.isPending && !wasHere()) {
    return null;
  }
  return <Shell />;
}
