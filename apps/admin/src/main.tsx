import { createRoot } from 'react-dom/client';

import { Providers } from './app/providers.js';
import { AppRouter } from './app/router.js';
import { startI18n } from './i18n/i18n.js';
import { isWarming } from './shared/warm.js';
import './app/global.css';

const RELOADED = 'yibu.reloadedAt';
const AGAIN_MS = 30_000;

// A page left open while a new version was installed asks for scripts that are gone: it is loaded anew, once.
window.addEventListener('vite:preloadError', (event) => {
  if (isWarming()) {
    return;
  }
  const before = Number(sessionStorage.getItem(RELOADED) ?? 0);
  if (Date.now() - before > AGAIN_MS) {
    event.preventDefault();
    sessionStorage.setItem(RELOADED, String(Date.now()));
    window.location.reload();
  }
});

await startI18n();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <Providers>
      <AppRouter />
    </Providers>,
  );
}
