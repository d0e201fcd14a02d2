import type { ReactNode } from 'react';

import { useText } from '../../i18n/use-text.js';
import { LanguageSwitch } from '../../shared/language-switch.js';
import './door.css';

interface DoorProps {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

/** The frame of every page before the shell: sign-in, invitation, forced change of password. */
export function Door({ title, lead, children }: DoorProps) {
  const { t } = useText();
  return (
    <div className="yb-door">
      <header className="yb-door-top">
        <LanguageSwitch />
      </header>
      <main className="yb-door-main">
        <div className="yb-door-brand">
          <img src="/icon.svg" alt="" width={40} height={40} />
          <div>
            <div className="yb-door-name">{t('common:product')}</div>
            <div className="yb-door-line">{t('common:productLine')}</div>
          </div>
        </div>
        <section className="yb-door-card">
          <h1 className="yb-door-title">{title}</h1>
          {lead ? <p className="yb-door-lead">{lead}</p> : null}
          {children}
        </section>
      </main>
    </div>
  );
}
