import { Input } from 'antd';
import { useState } from 'react';

import { useText } from '../../i18n/use-text.js';
import { formatFen } from '../format.js';

interface YuanInputProps {
  readonly id?: string;
  /** Whole fen; `undefined` until something readable is typed. */
  readonly value?: number | null;
  readonly onChange?: (fen: number | null) => void;
  readonly disabled?: boolean;
  readonly 'aria-label'?: string;
}

const AMOUNT = /^(-?)(\d{1,11})(?:\.(\d{1,2}))?$/;

/** "1,234.5" → 123450. Digits only, never through a float. */
export function parseYuan(text: string): number | null {
  const parts = AMOUNT.exec(text.replaceAll(/[,，\s]/g, '').replace('。', '.'));
  if (!parts) {
    return null;
  }
  const fen = Number(`${parts[2]}${(parts[3] ?? '').padEnd(2, '0')}`);
  return parts[1] === '-' && fen !== 0 ? -fen : fen;
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
