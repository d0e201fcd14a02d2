const HERE = 'yibu.here';

/** Whether somebody was signed in with this browser before: then the shell will be needed. */
export const wasHere = (): boolean => localStorage.getItem(HERE) !== null;

export function rememberHere(): void {
  localStorage.setItem(HERE, '1');
}
