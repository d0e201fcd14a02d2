import { readIdNumber } from '@yibu/kernel';
import { useQuery } from '@tanstack/react-query';
import { Alert, Form, type FormInstance } from 'antd';
import { useDeferredValue } from 'react';
import { Link } from 'react-router';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { centerPath } from '../../shared/feature.js';
import { TWINS } from './resident.queries.js';
import type { ResidentValues } from './resident-fields.js';

interface TwinsHintProps {
  readonly centerId: string;
  readonly form: FormInstance<ResidentValues>;
  readonly exceptId: string | null;
}

/** While somebody types: the file that this person may already have. */
export function TwinsHint({ centerId, form, exceptId }: TwinsHintProps) {
  const { t } = useText();
  const name = useDeferredValue((Form.useWatch('name', form) ?? '').trim());
  const idType = Form.useWatch('idType', form) ?? 'CITIZEN';
  const idNumber = useDeferredValue(Form.useWatch('idNumber', form) ?? '');
  const bornOn = Form.useWatch('bornOn', form) ?? null;
  const isWhole = readIdNumber(idNumber).ok || (idType !== 'CITIZEN' && idNumber.length >= 8);
  const isEnough = isWhole || (name.length >= 2 && bornOn !== null);
  const query = useQuery({
    queryKey: ['resident-twins', centerId, exceptId, name, bornOn, idType, isWhole ? idNumber : ''],
    enabled: isEnough,
    gcTime: 0,
    queryFn: async () => {
      const input = {
        centerId,
        name,
        bornOn,
        idType,
        idNumber: isWhole ? idNumber : null,
        exceptId,
      };
      return (await execute(TWINS, { input }, { background: true })).residentTwins;
    },
  });
  const twins = isEnough ? (query.data ?? []) : [];
  const [first] = twins;
  if (!first) {
    return null;
  }
  const isSame = twins.some(({ isSameNumber }) => isSameNumber);
  return (
    <Alert
      type={isSame ? 'error' : 'warning'}
      showIcon
      role="alert"
      style={{ marginBottom: 16 }}
      title={isSame ? t('resident:twins.same', { name: first.name }) : t('resident:twins.likely')}
      description={twins.map((twin) => (
        <div key={twin.id}>
          <Link to={centerPath(centerId, `residents/${twin.id}`)}>{twin.name}</Link>{' '}
          {t('resident:twins.born', { bornOn: twin.bornOn })} {twin.idNumberMasked ?? ''}
        </div>
      ))}
    />
  );
}
