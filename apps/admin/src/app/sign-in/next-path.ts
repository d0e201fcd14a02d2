export type SignInNotice = 'idle' | 'ended' | 'bye';

export function signInPath(next: string, notice?: SignInNotice): string {
  const params = new URLSearchParams();
  if (next !== '/' && next !== '') {
    params.set('next', next);
  }
  if (notice) {
    params.set('notice', notice);
  }
  const query = params.toString();
  return query === '' ? '/sign-in' : `/sign-in?${query}`;
}

/** Only a path of this site: a link must not be able to send a freshly signed-in person elsewhere. */
export function safeNext(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in') ? next : '/';
}
