import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Empty, Flex, Input } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { Panel } from '../panel.js';
import { QueryView } from '../query-view.js';
import { useErrorText } from '../use-error-text.js';
import { Moment } from '../values.js';
import { ADD_MESSAGE, CLAIM_MESSAGES } from './claim.queries.js';

export function MessagesTab({ claimId }: { readonly claimId: string }) {
  const { t } = useText();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const client = useQueryClient();
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const query = useQuery({
    queryKey: ['claim-messages', claimId],
    queryFn: async () => (await execute(CLAIM_MESSAGES, { claimId })).claimMessages,
  });
  const send = async (): Promise<void> => {
    setBusy(true);
    try {
      await execute(ADD_MESSAGE, { input: { claimId, text: text.trim() } });
      setText('');
      await client.invalidateQueries({ queryKey: ['claim-messages', claimId] });
    } catch (error) {
      void message.error(errorText(error).sentence);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Panel>
      <QueryView query={query}>
        {(messages) =>
          messages.length === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('claim:messages.empty')} />
          ) : (
            <ul style={{ listStyle: 'none', padding: 0, margin: 0 }}>
              {messages.map((entry) => (
                <li key={entry.id} style={{ marginBottom: 12 }}>
                  <strong>{entry.authorName}</strong>{' '}
                  <span className="yb-soft">
                    {t(`claim:messages.side.${entry.side as 'BUREAU'}`)} ·{' '}
                    <Moment value={entry.createdAt} />
                  </span>
                  <div style={{ whiteSpace: 'pre-wrap' }}>{entry.text}</div>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
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
          disabled={text.trim() === ''}
          loading={isBusy}
          onClick={() => void send()}
        >
          {t('claim:messages.send')}
        </Button>
      </Flex>
    </Panel>
  );
}
