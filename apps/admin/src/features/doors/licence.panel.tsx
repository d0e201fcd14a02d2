import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import type { LicenceExpiry, LicenceKind } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { ConfirmReason } from '../../shared/confirm-reason.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { useCan } from '../../shared/session.js';
import { StatusTag, type StatusTone } from '../../shared/status-tag.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { Day } from '../../shared/values.js';
import { SideDrawer } from '../../shared/side-drawer.js';
import { LICENCE_KINDS, LicenceDrawer, LicencePapers, type Licence } from './licence.drawer.js';
import { LICENCES, REMOVE_LICENCE } from './licence.queries.js';
import './licence.css';

const TONES: Record<LicenceExpiry, StatusTone> = {
  VALID: 'done',
  DUE_60: 'waiting',
  DUE_30: 'warning',
  EXPIRED: 'stopped',
  NOT_PASSED: 'stopped',
};

function Facts({ licence }: { readonly licence: Licence }) {
  const { t } = useText();
  const { number, issuer, validFrom, validUntil, remark } = licence;
  return (
    <>
      <Flex gap={16} wrap className="yb-licence-facts">
        {number ? <span>{number}</span> : null}
        {issuer ? <span>{issuer}</span> : null}
        <span>
          {t('institution:licences.validFrom')} <Day value={validFrom} />
        </span>
        <span>
          {validUntil ? (
            <>
              {t('institution:licences.validUntil')} <Day value={validUntil} />
            </>
          ) : (
            t('institution:licences.forEver')
          )}
        </span>
      </Flex>
      {remark ? <p className="yb-licence-facts">{remark}</p> : null}
    </>
  );
}

interface RowProps {
  readonly licence: Licence;
  /** A later paper of the same thing took its place. */
  readonly isRenewed: boolean;
  readonly canWrite: boolean;
  readonly onPapers: () => void;
  readonly onCorrect: () => void;
  readonly onRemove: () => void;
}

function LicenceRow({ licence, isRenewed, canWrite, onPapers, onCorrect, onRemove }: RowProps) {
  const { t } = useText();
  return (
    <li>
      <div>
        {isRenewed ? (
          <StatusTag tone="plain">{t('institution:licences.states.RENEWED')}</StatusTag>
        ) : (
          <StatusTag tone={TONES[licence.expiry]}>
            {t(`institution:licences.states.${licence.expiry}`)}
          </StatusTag>
        )}
        <Facts licence={licence} />
      </div>
      <Flex gap={4} wrap>
        <Button type="link" onClick={onPapers}>
          {t('institution:licences.papers')}
        </Button>
        {canWrite ? (
          <>
            <Button type="link" onClick={onCorrect}>
              {t('institution:licences.correctDo')}
            </Button>
            <Button type="link" danger onClick={onRemove}>
              {t('institution:licences.remove')}
            </Button>
          </>
        ) : null}
      </Flex>
    </li>
  );
}

/** Each lift by itself; of the other kinds a house has one. */
const isLater = (other: Licence, one: Licence): boolean =>
  other.validFrom > one.validFrom &&
  (one.kind !== 'SPECIAL_EQUIPMENT' || other.number === one.number);

interface KindProps {
  readonly kind: LicenceKind;
  readonly licences: readonly Licence[];
  readonly canWrite: boolean;
  readonly on: (deed: 'papers' | 'correct' | 'remove', licence: Licence) => void;
  readonly onAdd: () => void;
}

function KindSection({ kind, licences, canWrite, on, onAdd }: KindProps) {
  const { t } = useText();
  return (
    <section className="yb-licence-kind" aria-label={t(`institution:licences.kinds.${kind}`)}>
      <Flex justify="space-between" align="baseline" gap={12} wrap>
        <h3>{t(`institution:licences.kinds.${kind}`)}</h3>
        {canWrite ? (
          <Button type="link" onClick={onAdd}>
            {licences.length === 0
              ? t('institution:licences.addFirst')
              : t('institution:licences.renew')}
          </Button>
        ) : null}
      </Flex>
      {licences.length === 0 ? (
        <p className="yb-licence-facts">{t('institution:licences.none')}</p>
      ) : (
        <ul>
          {licences.map((licence) => (
            <LicenceRow
              key={licence.id}
              licence={licence}
              isRenewed={licences.some((other) => isLater(other, licence))}
              canWrite={canWrite}
              onPapers={() => on('papers', licence)}
              onCorrect={() => on('correct', licence)}
              onRemove={() => on('remove', licence)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function PapersDrawer(props: {
  readonly licence: Licence;
  readonly centerId: string;
  readonly canWrite: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  return (
    <SideDrawer
      width={640}
      title={t(`institution:licences.kinds.${props.licence.kind}`)}
      onClose={props.onClose}
    >
      <LicencePapers {...props} />
    </SideDrawer>
  );
}

/** The dated papers of the house, kind by kind: what holds, what runs out, what is missing. */
export function LicencePanel({ centerId }: { readonly centerId: string }) {
  const { t } = useText();
  const can = useCan();
  const client = useQueryClient();
  const [form, setForm] = useUrlValue('licence');
  const [papers, setPapers] = useState<Licence | null>(null);
  const [removing, setRemoving] = useState<Licence | null>(null);
  const licences = useQuery({
    queryKey: ['licences', centerId],
    queryFn: async () => (await execute(LICENCES, { centerId })).centerLicences,
  });
  const canWrite = can('institution.write');
  const corrected = licences.data?.find(({ id }) => id === form);
  const newKind = LICENCE_KINDS.find((kind) => form === `new-${kind}`);
  const close = (): void => setForm(null);
  const refresh = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: ['licences', centerId] });
    await client.invalidateQueries({ queryKey: ['sheet', centerId] });
  };
  return (
    <Panel title={t('institution:licences.title')}>
      <p className="yb-licence-facts">{t('institution:licences.note')}</p>
      <QueryView query={licences} rows={6}>
        {(rows) =>
          LICENCE_KINDS.map((kind) => (
            <KindSection
              key={kind}
              kind={kind}
              licences={rows.filter((row) => row.kind === kind)}
              canWrite={canWrite}
              onAdd={() => setForm(`new-${kind}`)}
              on={(deed, licence) => {
                if (deed === 'correct') {
                  setForm(licence.id);
                } else {
                  (deed === 'papers' ? setPapers : setRemoving)(licence);
                }
              }}
            />
          ))
        }
      </QueryView>
      {canWrite && (corrected || newKind) ? (
        <LicenceDrawer
          centerId={centerId}
          licence={corrected ?? null}
          kind={newKind}
          onClose={close}
        />
      ) : null}
      {papers ? (
        <PapersDrawer
          licence={papers}
          centerId={centerId}
          canWrite={canWrite}
          onClose={() => setPapers(null)}
        />
      ) : null}
      <ConfirmReason
        open={removing !== null}
        danger
        title={t('institution:licences.removeTitle')}
        note={t('institution:licences.removeNote')}
        okText={t('institution:licences.remove')}
        onConfirm={async (reason) => {
          if (removing) {
            const { id, version } = removing;
            await execute(REMOVE_LICENCE, { input: { id, version, reason } });
            await refresh();
          }
        }}
        onClose={() => setRemoving(null)}
      />
    </Panel>
  );
}
