import { isApiError } from './api-error.js';

export type SessionEvent = 'signed-out' | 'password-change-required';

type Listener = (event: SessionEvent) => void;

const listeners = new Set<Listener>();

export function onSessionEvent(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Any request can find out that the session is over; the shell then leads to the sign-in page. */
export function reportError(error: unknown): void {
  const event = isApiError(error, 'UNAUTHENTICATED')
    ? 'signed-out'
    : isApiError(error, 'PASSWORD_CHANGE_REQUIRED')
      ? 'password-change-required'
      : null;
  if (event !== null) {
    listeners.forEach((listener) => listener(event));
  }
}
