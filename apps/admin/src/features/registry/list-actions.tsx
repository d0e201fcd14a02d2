import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { ConfirmReason } from '../../shared/confirm-reason.js';
import { DiscardButton } from '../../shared/files/discard-button.js';
import { useCan } from '../../shared/session.js';
import { AcceptDrawer } from './accept.drawer.js';
import { goodRows, type List } from './list-status.js';
import { DISCARD_LIST, WITHDRAW_LIST } from './registry.queries.js';

/** Accept or discard what was tried; withdraw what was wrong. */
export function ListActions({ list }: { readonly list: List }) {
  const can = useCan();
  if (!can('registry.import')) {
    return null;
  }
  switch (list.status) {
    case 'CHECKED':
      return <Tried list={list} />;
    case 'ACCEPTED':
      return <Withdraw list={list} />;
    case 'ACCEPTING':
    case 'WITHDRAWN':
      return null;
  }
}

function Tried({ list }: { readonly list: List }) {
  const { t } = useText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [isAccepting, accept] = useState(false);
  return (
    <>
      <DiscardButton
        label={t('registry:discard')}
        note={t('registry:discardNote')}
        onDiscard={async () => {
          await execute(DISCARD_LIST, { input: { listId: list.id } });
          void navigate('/bureau/lists');
          await client.invalidateQueries({ queryKey: ['registry', 'lists'] });
          void message.success(t('registry:discarded'));
        }}
      />
      <Button type="primary" disabled={goodRows(list) === 0} onClick={() => accept(true)}>
        {t('registry:accept')}
      </Button>
      {isAccepting ? <AcceptDrawer list={list} onClose={() => accept(false)} /> : null}
    </>
  );
}

function Withdraw({ list }: { readonly list: List }) {
  const { t } = useText();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [isAsked, ask] = useState(false);
  return (
    <>
      <Button onClick={() => ask(true)}>{t('registry:withdrawList')}</Button>
      <ConfirmReason
        open={isAsked}
        title={t('registry:withdrawListTitle')}
        note={t('registry:withdrawListNote')}
        okText={t('registry:withdrawList')}
        danger
        onConfirm={async (reason) => {
          await execute(WITHDRAW_LIST, { input: { listId: list.id, reason } });
          await client.invalidateQueries({ queryKey: ['registry'] });
          void message.success(t('registry:withdrawn'));
        }}
        onClose={() => ask(false)}
      />
    </>
  );
}
