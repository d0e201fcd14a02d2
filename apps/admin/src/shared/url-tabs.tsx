import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';

import { SidewaysArrows } from './sideways-arrows.js';
import { useUrlValue } from './use-url-value.js';
import './url-tabs.css';

export interface UrlTab {
  readonly key: string;
  readonly label: string;
  readonly content: ReactNode;
}

interface UrlTabsProps {
  readonly tabs: readonly UrlTab[];
  readonly label: string;
  /** Name in the URL, where a page has tabs within tabs. */
  readonly name?: string;
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/**
 * The tabs of a record; the open one is in the URL, so that a link leads to it. They slide sideways on a phone, where the
 * library's own would hide some behind a button that assistive technology cannot place.
 */
export function UrlTabs({ tabs, label, name = 'tab' }: UrlTabsProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [chosen, choose] = useUrlValue(name);
  const active = Math.max(
    tabs.findIndex(({ key }) => key === chosen),
    0,
  );
  const inView = useRef(0);
  useEffect(() => {
    if (active === inView.current) {
      return;
    }
    inView.current = active;
    // A link may open a tab that a phone has no room for at first. (The first one is there by itself.)
    const tab = list.current?.querySelectorAll('button')[active];
    tab?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [active]);
  const open = (index: number): void => choose(index === 0 ? null : (tabs[index]?.key ?? null));
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step !== undefined) {
      const next = (active + step + tabs.length) % tabs.length;
      open(next);
      list.current?.querySelectorAll('button')[next]?.focus();
    }
  };
  return (
    <>
      <div className="yb-sideways yb-tabs-frame yb-no-print">
        <div ref={list} role="tablist" aria-label={label} className="yb-tabs" onKeyDown={onKeyDown}>
          {tabs.map((tab, index) => (
            <button
              key={tab.key}
              type="button"
              role="tab"
              id={`${id}-${tab.key}`}
              aria-selected={index === active}
              aria-controls={`${id}-panel`}
              tabIndex={index === active ? 0 : -1}
              onClick={() => open(index)}
            >
              {tab.label}
            </button>
          ))}
        </div>
        <SidewaysArrows row={list} />
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${tabs[active]?.key ?? ''}`}>
        {tabs[active]?.content}
      </div>
    </>
  );
}
