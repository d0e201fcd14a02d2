import type { AskedAttribute } from '@yibu/claim-engine';
import { fen, formatYuan, type LocalDate } from '@yibu/kernel';

import { OPEN_END } from './asked.facts.js';
import type { AskedFact, FactValue } from './asked.graphql.js';
import type { StoredFact } from './asked.repository.js';

/** What is asked first, in the order of the rules; then what was recorded and nobody asks any more. */
export function askedView(
  asked: readonly AskedAttribute[],
  facts: readonly StoredFact[],
  today: LocalDate,
): AskedFact[] {
  const known = new Set(asked.map(({ name }) => name));
  const former = [...new Set(facts.map(({ name }) => name))].filter((name) => !known.has(name));
  return [
    ...asked.map((one) => factOf(one, facts, today)),
    ...former.map((name) => factOf(formerOf(name, facts), facts, today)),
  ];
}

function factOf(asked: AskedAttribute, facts: readonly StoredFact[], today: LocalDate): AskedFact {
  const own = facts.filter(({ name }) => name === asked.name);
  const current = own.find(
    ({ isLive, from, until }) => isLive === 1 && from <= today && today < until,
  );
  return {
    name: asked.name,
    kind: asked.kind,
    ...asked.label,
    unitZh: asked.unit?.zh ?? null,
    unitEn: asked.unit?.en ?? null,
    options: asked.options.map(({ value, label }) => ({ value, ...label })),
    asks: asked.asks.map(({ program, title, document, source }) => ({
      program,
      ...title,
      documentZh: document.zh,
      documentEn: document.en,
      clause: source.clause,
    })),
    currentId: current?.id ?? null,
    values: own.map(valueOf),
  };
}

const valueOf = ({
  from,
  until,
  isLive: _isLive,
  name: _name,
  value,
  ...fact
}: StoredFact): FactValue => ({
  ...fact,
  value: plain(value),
  fromOn: from,
  untilOn: until === OPEN_END ? null : until,
});

const plain = (json: string): string => String(JSON.parse(json));

/** A value that no rule of today names is shown as it was entered. */
function formerOf(name: string, facts: readonly StoredFact[]): AskedAttribute {
  const value: unknown = JSON.parse(facts.find((one) => one.name === name)?.value ?? '""');
  return {
    of: 'center',
    name,
    kind: typeof value === 'boolean' ? 'YES_NO' : 'TEXT',
    label: { zh: name, en: name },
    unit: null,
    options: [],
    asks: [],
  };
}

/** For the trail, which speaks Chinese. */
export function saidValue(asked: AskedAttribute | null, json: string): string {
  const value = JSON.parse(json) as string | number | boolean;
  if (typeof value === 'boolean') {
    return value ? '是' : '否';
  }
  if (asked?.kind === 'MONEY' && typeof value === 'number') {
    return `${formatYuan(fen(value))}元`;
  }
  const option = asked?.options.find((one) => one.value === String(value));
  return `${option?.label.zh ?? String(value)}${asked?.unit?.zh ?? ''}`;
}
