import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';

import { useText } from '../../i18n/use-text.js';
import type { Medication } from '../../shared/assessment/field-value.js';

const COLUMNS = ['name', 'method', 'dose', 'frequency'] as const;
const EMPTY: Medication = { name: '', method: '', dose: '', frequency: '' };
const MAX_ROWS = 30;
const MAX_TEXT = 200;

interface MedicationRowsProps {
  readonly rows: readonly Medication[];
  readonly onChange: (rows: readonly Medication[]) => void;
}

export function MedicationRows({ rows, onChange }: MedicationRowsProps) {
  const { t } = useText();
  const put = (index: number, row: Medication): void =>
    onChange(rows.map((old, at) => (at === index ? row : old)));
  return (
    <div className="as-medications">
      {rows.map((row, index) => (
        <div key={index} className="as-medication">
          {COLUMNS.map((column) => (
            <Input
              key={column}
              aria-label={t(`assessment:form.medications.${column}`)}
              placeholder={t(`assessment:form.medications.${column}`)}
              maxLength={MAX_TEXT}
              value={row[column]}
              onChange={(event) => put(index, { ...row, [column]: event.target.value })}
            />
          ))}
          <Button
            icon={<DeleteOutlined />}
            aria-label={t('assessment:form.medications.remove')}
            onClick={() => onChange(rows.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      {rows.length < MAX_ROWS ? (
        <Button icon={<PlusOutlined aria-hidden />} onClick={() => onChange([...rows, EMPTY])}>
          {t('assessment:form.medications.add')}
        </Button>
      ) : null}
    </div>
  );
}
