import { Button } from 'antd';

import type { ComplianceSheetQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { formatSentence } from '../../shared/format.js';
import { StatusTag, type StatusTone } from '../../shared/status-tag.js';
import { Moment } from '../../shared/values.js';
import { usePackWords } from './words.js';

export type Item = ComplianceSheetQuery['complianceSheet']['items'][number];

const TONES: Readonly<Record<Item['status'], StatusTone>> = {
  MET: 'done',
  NOT_MET: 'stopped',
  UNKNOWN: 'waiting',
  NOT_APPLICABLE: 'plain',
};

/** `≥ 30 ㎡/百户`, `500–2000 ㎡`, or nothing where the document leaves it blank. */
export function askedText(item: Item, unit: (unit: string | null | undefined) => string): string {
  const sign = { '>=': '≥ ', '<=': '≤ ' }[item.op ?? ''] ?? '';
  return item.figures.length === 0
    ? ''
    : `${sign}${item.figures.join('–')} ${unit(item.unit)}`.trim();
}

interface ItemListProps {
  readonly items: readonly Item[];
  readonly onRecord: ((item: Item) => void) | null;
}

/** Requirement by requirement: what is asked, what was found, by whom. */
export function ItemList({ items, onRecord }: ItemListProps) {
  return items.map((item) => <ItemRow key={item.key} item={item} onRecord={onRecord} />);
}

function ItemRow({
  item,
  onRecord,
}: {
  readonly item: Item;
  readonly onRecord: ItemListProps['onRecord'];
}) {
  const { t, locale } = useText();
  const { say, unit } = usePackWords();
  const says = say(item.says);
  const name = say(item.name);
  return (
    <section className="yb-question">
      <div className="yb-question-body">
        <div>
          <strong>{name}</strong> {askedText(item, unit)}
          <div className="yb-soft">
            {item.clause} · {item.clauseId}
            {says === name ? '' : ` · ${says}`}
            {item.due
              ? ` · ${t('policy:clause.due', { due: formatSentence(item.due, locale) })}`
              : ''}
          </div>
        </div>
        <div>
          <StatusTag tone={TONES[item.status]}>{t(`policy:check.status.${item.status}`)}</StatusTag>{' '}
          <Found item={item} />
        </div>
        {onRecord ? (
          <Button
            size="small"
            onClick={() => onRecord(item)}
            aria-label={`${t('policy:check.record')} ${name}`}
          >
            {t('policy:check.record')}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

function Found({ item }: { readonly item: Item }) {
  const { t } = useText();
  const { unit } = usePackWords();
  const { figure, size, askedLeast } = item;
  return (
    <>
      {figure === null || figure === undefined ? null : (
        <span className="yb-number">
          {figure} {unit(item.per == null ? item.unit : item.unit?.split('/')[0])}
          {item.per != null && size != null
            ? ` · ${t('policy:check.forSize', { size, asked: askedLeast ?? '—' })}`
            : ''}
        </span>
      )}
      {item.evidence ? <div>{item.evidence}</div> : null}
      {item.checkedByName ? (
        <div className="yb-soft">
          {item.checkedByName} <Moment value={item.checkedAt} />
        </div>
      ) : null}
    </>
  );
}
