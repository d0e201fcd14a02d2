import { Input } from 'antd';
import { useState } from 'react';

import { useText } from '../../i18n/use-text.js';
import { formatFen } from '../format.js';
import { parseYuan } from './parse-yuan.js';

interface YuanInputProps {
  readonly id?: string;
  /** Whole fen; `undefined` until something readable is typed. */
  readonly value?: number | null;
  readonly onChange?: (fen: number | null) => void;
  readonly disabled?: boolean;
  readonly 'aria-label'?: string;
}

/** Money is typed in yuan and kept in fen. */
export function YuanInput({ value, onChange, ...rest }: YuanInputProps) {
  const { t } = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (value === null || value === undefined ? '' : formatFen(value));
  return (
    <Input
      {...rest}
      inputMode="decimal"
      suffix={t('common:yuan')}
      value={shown}
      style={{ textAlign: 'right' }}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange?.(parseYuan(event.target.value));
      }}
      onBlur={() => setTyped((text) => (text !== null && parseYuan(text) !== null ? null : text))}
    />
  );
}
