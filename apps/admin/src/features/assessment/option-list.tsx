import { CheckOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';

interface Option {
  readonly id: string;
  readonly text: string;
  readonly note?: string | undefined;
}

interface OptionListProps {
  readonly name: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly isMany?: boolean;
  /** Side by side where the words are short. */
  readonly isCompact?: boolean;
  readonly labelledBy: string;
  readonly onToggle: (id: string) => void;
}

/** Answers as big buttons: the whole line is the target, the tick and the frame tell the choice. */
export function OptionList(props: OptionListProps): ReactNode {
  const { name, options, chosen, isMany, isCompact, labelledBy, onToggle } = props;
  return (
    <div
      role={isMany ? 'group' : 'radiogroup'}
      aria-labelledby={labelledBy}
      className={isCompact ? 'as-options as-options-compact' : 'as-options'}
    >
      {options.map((option) => {
        const isChosen = chosen.includes(option.id);
        return (
          <label key={option.id} className={isChosen ? 'as-option as-option-on' : 'as-option'}>
            <input
              type={isMany ? 'checkbox' : 'radio'}
              name={name}
              checked={isChosen}
              onChange={() => onToggle(option.id)}
            />
            <span className={isMany ? 'as-mark as-mark-many' : 'as-mark'} aria-hidden>
              {isChosen ? <CheckOutlined /> : null}
            </span>
            <span className="as-option-text">{option.text}</span>
            {option.note ? <span className="as-option-note">{option.note}</span> : null}
          </label>
        );
      })}
    </div>
  );
}
