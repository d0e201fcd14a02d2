import { ageOn, localDate, maskIdNumber, readIdNumber, type IdNumberReading } from '@yibu/kernel';
import { Form, Input, type FormInstance } from 'antd';

import type { IdType } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import type { ResidentValues } from './resident-fields.js';
import { today } from '../../shared/today.js';

const CHECKED: readonly IdType[] = ['CITIZEN', 'RESIDENCE_PERMIT'];
/** Shorter than any number of a paper: nobody wants to be told at the third digit. */
const ENOUGH = 15;

/** What is wrong at once, by the name of the rule; null: nothing, or nothing that can be told here. */
function ruleOf(idType: IdType, reading: IdNumberReading): string | null {
  if (!reading.ok) {
    return `ID_${reading.problem}`;
  }
  const isPermit = /^8[123]/.test(reading.number);
  if (isPermit === (idType === 'RESIDENCE_PERMIT')) {
    return null;
  }
  return isPermit ? 'ID_IS_PERMIT' : 'ID_IS_NO_PERMIT';
}

interface IdNumberInputProps {
  readonly form: FormInstance<ResidentValues>;
  /** As it is kept now; then an empty field keeps it. */
  readonly kept: string | null;
}

/** Tells immediately what is wrong with a number, and fills birth date and sex from a right one. */
export function IdNumberInput({ form, kept }: IdNumberInputProps) {
  const { t, lookUp } = useText();
  const idType = Form.useWatch('idType', form) ?? 'CITIZEN';
  const text = Form.useWatch('idNumber', form) ?? '';
  const reading = CHECKED.includes(idType) && text !== '' ? readIdNumber(text) : null;
  const fill = (typed: string): void => {
    const read = CHECKED.includes(idType) ? readIdNumber(typed) : null;
    if (read?.ok) {
      form.setFieldsValue({ bornOn: read.bornOn, sex: read.sex });
    }
  };
  const validate = async (_rule: unknown, typed: string | undefined): Promise<void> => {
    const value = typed ?? '';
    if (value === '' && kept === null) {
      throw new Error(t('rules:required'));
    }
    const rule =
      value !== '' && CHECKED.includes(idType) ? ruleOf(idType, readIdNumber(value)) : null;
    if (rule !== null) {
      throw new Error(lookUp(`rules:${rule}`) ?? t('rules:other'));
    }
    await Promise.resolve();
  };
  const note =
    kept === null
      ? t('resident:fields.idNumberNote')
      : t('resident:fields.idNumberKeep', { masked: kept });
  return (
    <Form.Item
      name="idNumber"
      label={t('resident:fields.idNumber')}
      required={kept === null}
      dependencies={['idType']}
      validateTrigger={text.length >= ENOUGH ? ['onChange', 'onBlur'] : 'onBlur'}
      rules={[{ validator: validate }]}
      extra={reading?.ok ? <Read reading={reading} /> : note}
    >
      <Input
        maxLength={30}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => fill(event.target.value)}
      />
    </Form.Item>
  );
}

function Read({ reading }: { readonly reading: Extract<IdNumberReading, { ok: true }> }) {
  const { t } = useText();
  const sentence = t('resident:fields.idRead', {
    sex: t(`resident:sexes.${reading.sex}`),
    bornOn: reading.bornOn,
    age: ageOn(reading.bornOn, localDate(today())),
  });
  return (
    <span role="status">
      {sentence}
      {reading.isFirstGeneration ? (
        <>
          <br />
          {t('resident:fields.idFirstGeneration', {
            number: maskIdNumber(reading.number).slice(-4),
          })}
        </>
      ) : null}
    </span>
  );
}
