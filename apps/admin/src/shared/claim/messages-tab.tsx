import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Empty, Flex, Input } from 'antd';
import { useEffect, useState } from 'react';

import { execute } from '../../api/execute.js';
import type { ClaimMessagesQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { Panel } from '../panel.js';
import { QueryView } from '../query-view.js';
import { useCan } from '../session.js';
import { useErrorText } from '../use-error-text.js';
import { Moment } from '../values.js';
import './claim.css';
import { ADD_MESSAGE, CLAIM_MESSAGES, READ_MESSAGES } from './message.queries.js';

type Message = ClaimMessagesQuery['claimMessages']['items'][number];

interface ThreadProps {
  readonly claimId: string;
  /** Only what was written about this line, and new words go there. */
  readonly lineId?: string;
}

function useMessages({ claimId, lineId }: ThreadProps) {
  return useQuery({
    queryKey: ['claim-messages', claimId, lineId ?? null],
    queryFn: async () =>
      (await execute(CLAIM_MESSAGES, { claimId, lineId: lineId ?? null })).claimMessages,
  });
}

/** Everything the two sides wrote about a claim; opening it counts as having read it. */
export function MessagesTab({ claimId }: { readonly claimId: string }) {
  const can = useCan();
  const client = useQueryClient();
  const { data } = useMessages({ claimId });
  const hasUnread = data?.items.some(({ isUnread }) => isUnread) ?? false;
  const mayWrite = can('claim.message');
  useEffect(() => {
    if (hasUnread && mayWrite) {
      void execute(READ_MESSAGES, { input: { claimId } }).then(async () => {
        await client.invalidateQueries({ queryKey: ['claim', claimId] });
        await client.invalidateQueries({ queryKey: ['claims'] });
        await client.invalidateQueries({ queryKey: ['review'] });
      });
    }
  }, [claimId, client, hasUnread, mayWrite]);
  return (
    <Panel>
      <MessageThread claimId={claimId} />
    </Panel>
  );
}

export function MessageThread({ claimId, lineId }: ThreadProps) {
  const { t } = useText();
  const can = useCan();
  const query = useMessages(lineId ? { claimId, lineId } : { claimId });
  return (
    <>
      <QueryView query={query} rows={2}>
        {({ items, earlierCount }) =>
          items.length === 0 && !lineId ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('claim:messages.empty')} />
          ) : (
            <>
              {earlierCount > 0 ? (
                <p className="yb-soft">{t('bureau:messages.earlier', { count: earlierCount })}</p>
              ) : null}
              <ul className="yb-messages">
                {items.map((entry) => (
                  <Entry key={entry.id} entry={entry} withLine={!lineId} />
                ))}
              </ul>
            </>
          )
        }
      </QueryView>
      {can('claim.message') ? <Write claimId={claimId} {...(lineId ? { lineId } : {})} /> : null}
    </>
  );
}

function Entry({ entry, withLine }: { readonly entry: Message; readonly withLine: boolean }) {
  const { t } = useText();
  return (
    <li className={entry.isUnread ? 'yb-message-new' : ''}>
      <strong>{entry.authorName}</strong>{' '}
      <span className="yb-soft">
        {t(`claim:messages.side.${entry.side as 'BUREAU'}`)} · <Moment value={entry.createdAt} />
        {withLine && entry.lineName
          ? ` · ${t('bureau:messages.about', { line: entry.lineName.trim() })}`
          : ''}
      </span>
      <div style={{ whiteSpace: 'pre-wrap' }}>{entry.text}</div>
    </li>
  );
}

function Write({ claimId, lineId }: ThreadProps) {
  const { t } = useText();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const client = useQueryClient();
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const send = async (): Promise<void> => {
    setBusy(true);
    try {
      const about = lineId ? { lineId } : {};
      await execute(ADD_MESSAGE, { input: { claimId, text: text.trim(), ...about } });
      setText('');
      await client.invalidateQueries({ queryKey: ['claim-messages', claimId] });
    } catch (error) {
      void message.error(errorText(error).sentence);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Flex gap={8} style={{ marginTop: 12 }}>
      <Input.TextArea
        rows={2}
        maxLength={1000}
        value={text}
        placeholder={t('claim:messages.placeholder')}
        aria-label={t('claim:messages.placeholder')}
        onChange={(event) => setText(event.target.value)}
      />
      <Button
        type="primary"
        style={{ flex: 'none' }}
        disabled={text.trim() === ''}
        loading={isBusy}
        onClick={() => void send()}
      >
        {t('claim:messages.send')}
      </Button>
    </Flex>
  );
}
