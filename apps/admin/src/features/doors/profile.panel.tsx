import { useQuery } from '@tanstack/react-query';
import { Button, Descriptions } from 'antd';
import type { ReactNode } from 'react';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { HistoryPanel } from '../../shared/history-panel.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { useCan } from '../../shared/session.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { Yuan } from '../../shared/values.js';
import { ProfileDrawer } from './profile.drawer.js';
import { FEES, GROUPS, type Profile, type ProfileGroup } from './profile.fields.js';
import { PROFILE } from './profile.queries.js';
import './profile.css';

function useValue() {
  const { t, lookUp } = useText();
  const word = (field: string, value: string): string =>
    lookUp(`institution:profile.values.${field}.${value}`) ?? value;
  return (field: string, value: Profile[keyof Profile]): ReactNode => {
    if (value === null || value === undefined) {
      return <span className="yb-profile-missing">{t('institution:notRecorded')}</span>;
    }
    if (typeof value === 'boolean') {
      return value ? t('common:yes') : t('common:no');
    }
    if (Array.isArray(value)) {
      return value.map((one) => word(field, one)).join(t('institution:comma'));
    }
    return typeof value === 'string' ? word(field, value) : String(value);
  };
}

function Fees({ profile }: { readonly profile: Profile }) {
  const { t } = useText();
  return (
    <Descriptions
      column={{ xs: 1, md: 2 }}
      items={FEES.map((kind) => {
        const [min, max] = [profile[`${kind}MinFen`] ?? null, profile[`${kind}MaxFen`] ?? null];
        return {
          key: kind,
          label: t(`institution:profile.fees.${kind}`),
          children:
            min === null || max === null ? (
              <span className="yb-profile-missing">{t('institution:notRecorded')}</span>
            ) : (
              <span>
                <Yuan fen={min} /> – <Yuan fen={max} />
              </span>
            ),
        };
      })}
    />
  );
}

function Facts({ profile }: { readonly profile: Profile }) {
  const { t } = useText();
  const value = useValue();
  return (Object.keys(GROUPS) as ProfileGroup[]).map((group) => (
    <section key={group}>
      <h3>{t(`institution:profile.groups.${group}`)}</h3>
      <Descriptions
        column={{ xs: 1, md: 2 }}
        items={GROUPS[group].map((field) => ({
          key: field,
          label: t(`institution:profile.fields.${field}`),
          children: value(field, profile[field]),
        }))}
      />
      {group === 'charging' ? <Fees profile={profile} /> : null}
    </section>
  ));
}

/** What is settled about the house and asked for every month; whatever is counted is not here. */
export function ProfilePanel({ centerId }: { readonly centerId: string }) {
  const { t } = useText();
  const can = useCan();
  const [form, setForm] = useUrlValue('form');
  const profile = useQuery({
    queryKey: ['profile', centerId],
    queryFn: async () => (await execute(PROFILE, { centerId })).centerProfile,
  });
  const canWrite = can('institution.write');
  return (
    <Panel
      title={t('institution:profile.title')}
      actions={
        canWrite ? (
          <Button type="primary" onClick={() => setForm('profile')}>
            {t('common:edit')}
          </Button>
        ) : null
      }
    >
      <p className="yb-profile-note">{t('institution:profile.note')}</p>
      <QueryView query={profile} rows={8}>
        {(data) => (
          <>
            <Facts profile={data} />
            {form === 'profile' && canWrite ? (
              <ProfileDrawer centerId={centerId} profile={data} onClose={() => setForm(null)} />
            ) : null}
          </>
        )}
      </QueryView>
      <h3>{t('audit:history')}</h3>
      <HistoryPanel entity="centerProfile" entityId={centerId} />
    </Panel>
  );
}
