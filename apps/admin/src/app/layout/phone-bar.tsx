import { MenuOutlined } from '@ant-design/icons';
import { Link, useLocation } from 'react-router';

import { useText } from '../../i18n/use-text.js';
import { useCan, type Can } from '../../shared/session.js';
import { activeLink, useMenu, type MenuLink } from './use-menu.js';

// Five and the menu are 65 px each on a phone of 390 px: a nurse has meals and services under her thumb.
const MAX_BUTTONS = 5;

/** The start page, then what belongs to one's own work, then the others; shown in the order of the menu. */
function chosen(links: readonly MenuLink[], can: Can): readonly MenuLink[] {
  const held = links.filter(({ onPhoneBar }) => onPhoneBar);
  const own = held.filter(
    ({ to, phoneFirstFor = [] }) => to === held[0]?.to || phoneFirstFor.some(can),
  );
  const others = held.filter((link) => !own.includes(link));
  const kept = [...own, ...others].slice(0, MAX_BUTTONS);
  return held.filter((link) => kept.includes(link));
}

/** The few places a thumb goes to all day; the rest is one tap further. */
export function PhoneBar({ onMore }: { readonly onMore: () => void }) {
  const { t } = useText();
  const { pathname } = useLocation();
  const links = useMenu();
  const active = activeLink(links, pathname);
  const can = useCan();
  const buttons = chosen(links, can);
  return (
    <nav className="yb-phone-bar yb-no-print" aria-label={t('shell:menu.phone')}>
      {buttons.map((link) => (
        <Link
          key={link.to}
          to={link.to}
          className="yb-phone-button"
          {...(link.to === active?.to ? { 'aria-current': 'page' as const } : {})}
        >
          <span className="yb-phone-icon">{link.icon}</span>
          <span>{t(link.label)}</span>
        </Link>
      ))}
      <button type="button" className="yb-phone-button" onClick={onMore}>
        <span className="yb-phone-icon">
          <MenuOutlined aria-hidden />
        </span>
        <span>{t('shell:menu.more')}</span>
      </button>
    </nav>
  );
}
