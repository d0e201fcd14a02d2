import { useText } from '../../i18n/use-text.js';

import { OptionList } from './option-list.js';
import { Problems } from './problems.js';
import type { Item } from '../../shared/assessment/ability-form.queries.js';
import { useWords } from '../../shared/assessment/words.js';

interface ItemCardProps {
  readonly item: Item;
  readonly chosen: string | undefined;
  readonly problems: readonly string[];
  readonly onChoose: (optionId: string) => void;
}

export const anchorOf = (id: string): string => `as-${id.replaceAll('.', '-')}`;

/** One of the 26 items. */
export function ItemCard({ item, chosen, problems, onChoose }: ItemCardProps) {
  const { t } = useText();
  const words = useWords();
  const titleId = `${anchorOf(item.id)}-title`;
  return (
    <section
      id={anchorOf(item.id)}
      tabIndex={-1}
      className={chosen === undefined ? 'as-card as-card-empty' : 'as-card'}
    >
      <h3 id={titleId}>
        <span className="as-clause">{item.id}</span> {words(item.name)}
        {chosen === undefined ? (
          <span className="as-todo">{t('assessment:form.notAnswered')}</span>
        ) : null}
      </h3>
      {item.hint ? <p className="as-hint">{words(item.hint)}</p> : null}
      <Problems codes={problems} />
      <OptionList
        name={item.id}
        labelledBy={titleId}
        chosen={chosen === undefined ? [] : [chosen]}
        options={item.options.map((option) => ({
          id: option.id,
          text: words(option.text),
          note: t('assessment:form.points', { count: option.points }),
        }))}
        onToggle={onChoose}
      />
    </section>
  );
}
