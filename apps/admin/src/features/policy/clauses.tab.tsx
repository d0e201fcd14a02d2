import { Empty, Select, Tag } from 'antd';
import { useState } from 'react';

import { useText } from '../../i18n/use-text.js';
import { useClear } from '../../shared/form/use-clear.js';
import type { TextKey } from '../../i18n/keys.js';
import { Panel } from '../../shared/panel.js';
import { formatSentence } from '../../shared/format.js';
import { StatusTag, type StatusTone } from '../../shared/status-tag.js';
import type { PackShown } from './pack.page.js';
import { usePackWords } from './words.js';

type Clause = PackShown['clauses'][number];
type Value = Clause['values'][number];

const TONES: Readonly<Record<string, StatusTone>> = {
  COMPUTED: 'done',
  CHECKLIST: 'going',
  TARGET: 'going',
  REFUSAL: 'stopped',
  REFERENCE: 'waiting',
};
const SIGNS: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤', '=': '', between: '' };

/** The document clause by clause, beside what is done with it. */
export function ClausesTab({ pack }: { readonly pack: PackShown }) {
  const { t } = useText();
  const clear = useClear();
  const [only, setOnly] = useState<string | null>(null);
  const kinds = [...new Set(pack.clauses.map(({ treatment }) => treatment))];
  const shown = pack.clauses.filter(({ treatment }) => only === null || treatment === only);
  if (pack.clauses.length === 0) {
    return <Empty description={t('policy:pack.noClauses')} />;
  }
  return (
    <Panel>
      <Select
        allowClear={clear}
        aria-label={t('policy:clause.filter')}
        placeholder={t('policy:clause.filter')}
        style={{ width: 220, marginBottom: 12 }}
        options={kinds.map((kind) => ({
          value: kind,
          label: t(`policy:treatment.${kind}` as TextKey),
        }))}
        onChange={(kind: string | undefined) => setOnly(kind ?? null)}
      />
      <div className="yb-clause yb-clause-head" aria-hidden>
        <span>{t('policy:clause.says')}</span>
        <span>{t('policy:clause.does')}</span>
      </div>
      {shown.map((clause) => (
        <ClauseRow key={clause.id} clause={clause} pack={pack} />
      ))}
    </Panel>
  );
}

function ClauseRow({ clause, pack }: { readonly clause: Clause; readonly pack: PackShown }) {
  const { t, locale } = useText();
  const { say } = usePackWords();
  return (
    <section className="yb-clause" aria-label={clause.id}>
      <div>
        <h3>
          {t('policy:clause.clause')} {clause.clause} · {clause.id}
        </h3>
        <p>{say(clause.says)}</p>
        {clause.items.length > 0 ? (
          <div>
            {clause.items.map((item) => (
              <Tag key={item.zh} style={{ marginBottom: 4 }}>
                {say(item)}
              </Tag>
            ))}
          </div>
        ) : null}
      </div>
      <div>
        <p>
          <StatusTag tone={TONES[clause.treatment] ?? 'plain'}>
            {t(`policy:treatment.${clause.treatment}` as TextKey)}
          </StatusTag>{' '}
          <span className="yb-soft">{say(clause.does)}</span>
        </p>
        {clause.values.length > 0 ? <Figures values={clause.values} said={clause.says.zh} /> : null}
        {clause.due ? (
          <p className="yb-soft">
            {t('policy:clause.due', { due: formatSentence(clause.due, locale) })}
          </p>
        ) : null}
        {clause.programs.map((id) => (
          <Program key={id} id={id} pack={pack} />
        ))}
      </div>
    </section>
  );
}

interface FiguresProps {
  readonly values: readonly Value[];
  /** What stands beside it already is not said twice. */
  readonly said: string;
}

function Figures({ values, said }: FiguresProps) {
  const { t } = useText();
  const { say, unit } = usePackWords();
  return (
    <dl className="yb-clause-figures">
      {values.map((value, index) => (
        // A clause may give the same name to several figures.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} style={{ display: 'contents' }}>
          <dt>{value.name.zh === said ? '' : say(value.name)}</dt>
          <dd className="yb-number">
            {value.figures.length === 0 ? (
              <StatusTag tone="warning">{t('policy:toConfirm')}</StatusTag>
            ) : (
              `${SIGNS[value.op] ?? ''} ${value.figures.join('–')} ${unit(value.unit)}`
            )}
            {value.least ? `（${t('policy:clause.least', { least: value.least })}）` : ''}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Program({ id, pack }: { readonly id: string; readonly pack: PackShown }) {
  const { t } = useText();
  const { say } = usePackWords();
  const program = pack.programs.find((known) => known.id === id);
  const rates = pack.rates.filter((rate) => rate.program === id);
  return (
    <p className="yb-soft" style={{ marginTop: 6 }}>
      {t('policy:clause.programs')} {program ? say(program.title) : id}
      {rates.length > 0 ? ` · ${rates.map((rate) => say(rate.label)).join(' / ')}` : ''}
    </p>
  );
}
