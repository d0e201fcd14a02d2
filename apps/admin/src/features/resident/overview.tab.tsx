import { Button, Descriptions, Flex, type DescriptionsProps } from 'antd';
import { useState } from 'react';

import { useText } from '../../i18n/use-text.js';
import { useCan } from '../../shared/session.js';
import { useIsPhone } from '../../shared/use-is-phone.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { Day } from '../../shared/values.js';
import { DeathActions } from './death.drawer.js';
import { DocumentsSection } from './documents.section.js';
import type { ResidentFile } from './resident-drawers.js';
import { RevealNumber } from './reveal-number.js';

export interface FileTabProps {
  readonly resident: ResidentFile;
  readonly canWrite: boolean;
}

const NOTHING = '—';

type Item = NonNullable<DescriptionsProps['items']>[number];

function useItems(resident: ResidentFile): Item[] {
  const { t } = useText();
  const list = (values: readonly string[]): string =>
    values.length === 0 ? NOTHING : values.join('、');
  const item = (key: keyof ResidentFile & string, children: Item['children']): Item => ({
    key,
    label: t(`resident:fields.${key}` as 'resident:fields.name'),
    children: children ?? NOTHING,
  });
  const born = (
    <>
      <Day value={resident.bornOn} />
      {resident.isBirthEstimated ? ` (${t('resident:overview.estimated')})` : ''}
    </>
  );
  return [
    item('idType', t(`resident:idTypes.${resident.idType}`)),
    {
      key: 'idNumber',
      label: t('resident:fields.idNumber'),
      children: <Number resident={resident} />,
    },
    item('bornOn', born),
    item('lunarBirthday', resident.lunarBirthday),
    item('idValidUntil', resident.idValidUntil ? <Day value={resident.idValidUntil} /> : null),
    item('phone', resident.phone),
    item('householdCounty', resident.householdCounty),
    item('householdAddress', resident.householdAddress),
    item('nation', resident.nation ? t(`nations:${resident.nation as '01'}`) : null),
    item('education', resident.education ? t(`resident:educations.${resident.education}`) : null),
    item('marital', resident.marital ? t(`resident:maritals.${resident.marital}`) : null),
    item('living', list(resident.living.map((code) => t(`resident:livings.${code}`)))),
    item('payment', list(resident.payment.map((code) => t(`resident:payments.${code}`)))),
    item('income', list(resident.income.map((code) => t(`resident:incomes.${code}`)))),
    item('note', resident.note),
    ...(resident.diedOn
      ? [
          item('diedOn', <Day value={resident.diedOn} />),
          item('deathCertificate', resident.deathCertificate),
        ]
      : []),
  ];
}

function Number({ resident }: { readonly resident: ResidentFile }) {
  const { t } = useText();
  const can = useCan();
  const [isOpen, setOpen] = useState(false);
  if (!resident.idNumberMasked) {
    return resident.noIdReason ?? '—';
  }
  return (
    <Flex gap={8} align="center" wrap>
      <span>{resident.idNumberMasked}</span>
      {resident.isFirstGeneration ? `(${t('resident:overview.firstGeneration')})` : null}
      {can('resident.reveal') ? (
        <Button type="link" size="small" style={{ padding: 0 }} onClick={() => setOpen(true)}>
          {t('resident:reveal.action')}
        </Button>
      ) : null}
      <RevealNumber residentId={resident.id} open={isOpen} onClose={() => setOpen(false)} />
    </Flex>
  );
}

export function OverviewTab({ resident, canWrite }: FileTabProps) {
  const isPhone = useIsPhone();
  // A phone has no room for what is not known; the form shows every field.
  const items = useItems(resident).filter(({ children }) => !isPhone || children !== NOTHING);
  const [form, setForm] = useUrlValue('form');
  return (
    <>
      <Descriptions column={{ xs: 1, md: 2, xl: 3 }} items={items} />
      <DocumentsSection resident={resident} canWrite={canWrite} />
      {canWrite ? <DeathActions resident={resident} form={form} onForm={setForm} /> : null}
    </>
  );
}
