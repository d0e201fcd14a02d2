import type { ComponentType } from 'react';

/** Frame and words of everything behind the door. Asked for again, it is there already. */
export async function loadShell(): Promise<{ default: ComponentType }> {
  const [{ Shell }, { loadFeatureTexts }] = await Promise.all([
    import('./layout/shell.js'),
    import('../i18n/i18n.js'),
  ]);
  await loadFeatureTexts();
  return { default: Shell };
}
