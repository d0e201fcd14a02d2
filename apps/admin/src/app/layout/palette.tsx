import { useQueries } from '@tanstack/react-query';
import { Empty, Input, Modal, Spin, type InputRef } from 'antd';
import { useDeferredValue, useRef, useState, type KeyboardEvent } from 'react';
import { useLocation, useNavigate } from 'react-router';

import { useText } from '../../i18n/use-text.js';
import type { SearchHit } from '../../shared/feature.js';
import { useCan } from '../../shared/session.js';
import { areaOf, centerIdOf } from '../areas.js';
import { FEATURES } from '../features.js';
import { useMenu } from './use-menu.js';

interface Group {
  readonly key: string;
  readonly label: string;
  readonly hits: readonly SearchHit[];
}

const SOURCES = FEATURES.flatMap((feature) => feature.search ?? []);

function usePages(text: string): Group {
  const { t } = useText();
  const wanted = text.toLowerCase();
  const hits = useMenu()
    .map((link) => ({ key: link.to, title: t(link.label), to: link.to }))
    .filter(({ title }) => title.toLowerCase().includes(wanted));
  return { key: 'pages', label: t('shell:search.pages'), hits };
}

function useRecords(text: string): { groups: readonly Group[]; isSearching: boolean } {
  const { t } = useText();
  const can = useCan();
  const { pathname } = useLocation();
  const centerId = centerIdOf(pathname);
  const sources = SOURCES.filter(
    (source) => source.area === areaOf(pathname) && can(source.permission),
  );
  const answers = useQueries({
    queries: sources.map((source) => ({
      queryKey: ['search', source.key, centerId, text],
      queryFn: async () => await source.find(text, centerId),
      enabled: text !== '',
    })),
  });
  const groups = sources.map((source, index) => ({
    key: source.key,
    label: t(source.label),
    hits: answers[index]?.data ?? [],
  }));
  return { groups, isSearching: answers.some(({ isFetching }) => isFetching) };
}

interface ResultsProps {
  readonly groups: readonly Group[];
  readonly active: number;
  readonly onChoose: (hit: SearchHit) => void;
}

function Results({ groups, active, onChoose }: ResultsProps) {
  let index = -1;
  return (
    <div role="listbox" id="yb-palette" className="yb-palette">
      {groups.map((group) => (
        <div key={group.key} role="group" aria-label={group.label}>
          <div className="yb-palette-group">{group.label}</div>
          {group.hits.map((hit) => {
            index += 1;
            const isActive = index === active;
            return (
              <div
                key={hit.key}
                id={`yb-hit-${index}`}
                role="option"
                aria-selected={isActive}
                className="yb-palette-hit"
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onChoose(hit)}
              >
                <span>{hit.title}</span>
                {hit.note ? <span className="yb-palette-note">{hit.note}</span> : null}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}

/** Go to a page or find a record by typing (⌘K). */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText();
  const navigate = useNavigate();
  const input = useRef<InputRef>(null);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const text = useDeferredValue(typed.trim());
  const pages = usePages(text);
  const records = useRecords(text);
  const groups = [...records.groups, pages].filter(({ hits }) => hits.length > 0);
  const hits = groups.flatMap((group) => group.hits);
  const choose = (hit: SearchHit | undefined): void => {
    if (hit) {
      onClose();
      void navigate(hit.to);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setActive((active + step + hits.length) % Math.max(hits.length, 1));
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      choose(hits[active]);
    }
  };
  return (
    <Modal
      open
      footer={null}
      closable={false}
      onCancel={onClose}
      width={560}
      style={{ top: 72 }}
      title={<span className="yb-visually-hidden">{t('shell:search.open')}</span>}
      styles={{ header: { margin: 0 } }}
      afterOpenChange={(open) => open && input.current?.focus()}
    >
      <Input
        ref={input}
        size="large"
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls="yb-palette"
        aria-activedescendant={hits.length > 0 ? `yb-hit-${active}` : undefined}
        aria-label={t('shell:search.open')}
        placeholder={t('shell:search.placeholder')}
        value={typed}
        suffix={records.isSearching ? <Spin size="small" /> : <span />}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      {hits.length === 0 && !records.isSearching ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('shell:search.nothing')} />
      ) : (
        <Results groups={groups} active={active} onChoose={choose} />
      )}
    </Modal>
  );
}
