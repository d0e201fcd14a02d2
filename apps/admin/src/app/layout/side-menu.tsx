import { Menu, type MenuProps } from 'antd';
import { Link, useLocation } from 'react-router';

import type { TextKey } from '../../i18n/keys.js';
import { useText } from '../../i18n/use-text.js';
import { MENU_GROUPS, type Area } from '../../shared/feature.js';
import { activeLink, useMenu, type MenuLink } from './use-menu.js';

type Item = NonNullable<MenuProps['items']>[number];

const AREAS: readonly Area[] = ['bureau', 'center', 'org', 'me'];

function groupsOf(links: readonly MenuLink[], t: (key: TextKey) => string): Item[] {
  const items: Item[] = [];
  for (const area of AREAS) {
    for (const group of MENU_GROUPS) {
      const held = links.filter((link) => link.area === area && link.group === group);
      const children = held.map((link) => ({
        key: link.to,
        icon: link.icon,
        label: <Link to={link.to}>{t(link.label)}</Link>,
      }));
      if (group === 'today') {
        // What one looks at first needs no heading.
        items.push(...children);
      } else if (children.length > 0) {
        const label = t(`shell:menu.${area}.${group}` as TextKey);
        items.push({ type: 'group', key: `${area}-${group}`, label, children });
      }
    }
  }
  return items;
}

export function SideMenu() {
  const { t } = useText();
  const { pathname } = useLocation();
  const links = useMenu();
  const active = activeLink(links, pathname);
  return (
    <nav aria-label={t('shell:menu.title')}>
      <Menu
        mode="inline"
        className="yb-menu"
        selectedKeys={active ? [active.to] : []}
        items={groupsOf(links, t)}
      />
    </nav>
  );
}
