import { createRoot } from 'react-dom/client';

import { Providers } from './app/providers.js';
import { AppRouter } from './app/router.js';
import { startI18n } from './i18n/i18n.js';
import './app/global.css';

await startI18n();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <Providers>
      <AppRouter />
    </Providers>,
  );
}
