import type { ComponentType } from 'react';

const HERE = 'yibu.here';

/** Whether somebody was signed in with this browser before: then the shell will be needed. */
export const wasHere = (): boolean => localStorage.getItem(HERE) !== null;

export function rememberHere(): void {
  localStorage.setItem(HERE, '1');
}

/** Frame and words of everything behind the door. Asked for again, it is there already. */
export async function loadShell(): Promise<{ default: ComponentType }> {
  const [{ Shell }, { loadFeatureTexts }] = await Promise.all([
    import('./layout/shell.js'),
    import('../i18n/i18n.js'),
  ]);
  await loadFeatureTexts();
  return { default: Shell };
}
