import { Menu, type MenuProps } from 'antd';
import { Link, useLocation } from 'react-router';

import type { TextKey } from '../../i18n/keys.js';
import { useText } from '../../i18n/use-text.js';
import { MENU_GROUPS, type Area } from '../../shared/feature.js';
import { activeLink, useMenu, type MenuLink } from './use-menu.js';

type Item = NonNullable<MenuProps['items']>[number];

const AREAS: readonly Area[] = ['bureau', 'center', 'org', 'me'];

type Words = (key: TextKey) => string;

const itemsOf = (links: readonly MenuLink[], t: Words): Item[] =>
  links.map((link) => ({
    key: link.to,
    icon: link.icon,
    label: <Link to={link.to}>{t(link.label)}</Link>,
  }));

function groupsOf(links: readonly MenuLink[], t: Words): Item[] {
  const items: Item[] = [];
  for (const area of AREAS) {
    const here = links.filter((link) => link.area === area);
    const first = here.filter(({ group }) => group === 'today');
    const isFirstArea = items.length === 0;
    if (isFirstArea) {
      // What one looks at first needs no heading.
      items.push(...itemsOf(first, t));
    }
    let leading = isFirstArea ? [] : first;
    for (const group of MENU_GROUPS.filter((one) => one !== 'today')) {
      const held = here.filter((link) => link.group === group);
      if (held.length > 0) {
        const label = t(`shell:menu.${area}.${group}` as TextKey);
        const children = itemsOf([...leading, ...held], t);
        items.push({ type: 'group', key: `${area}-${group}`, label, children });
        leading = [];
      }
    }
    items.push(...itemsOf(leading, t));
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
