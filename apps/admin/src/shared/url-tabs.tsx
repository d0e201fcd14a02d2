import { Tabs } from 'antd';
import { type ReactNode } from 'react';

import { useUrlValue } from './use-url-value.js';

export interface UrlTab {
  readonly key: string;
  readonly label: string;
  readonly content: ReactNode;
}

/** The tabs of a record; the open one is in the URL, so that a link leads to it. */
export function UrlTabs({
  tabs,
  label,
}: {
  readonly tabs: readonly UrlTab[];
  readonly label: string;
}) {
  const [chosen, choose] = useUrlValue('tab');
  const first = tabs[0]?.key ?? '';
  const active = tabs.some(({ key }) => key === chosen) ? (chosen ?? first) : first;
  return (
    <Tabs
      aria-label={label}
      activeKey={active}
      destroyOnHidden
      items={tabs.map(({ key, label: title, content }) => ({
        key,
        label: title,
        children: content,
      }))}
      onChange={(key) => choose(key === first ? null : key)}
    />
  );
}
