import { PhoneOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';

import { graphql } from '../../api/graphql.js';
import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { useErrorText } from '../use-error-text.js';

const QUEUE_SAMPLE = graphql(`
  mutation QueueSampleCallbacks($input: QueueSampleCallsInput!) {
    queueSampleCallbacks(input: $input)
  }
`);
const QUEUE_LINES = graphql(`
  mutation QueueLineCallbacks($input: QueueLineCallsInput!) {
    queueLineCallbacks(input: $input)
  }
`);

type Whom = { readonly sampleId: string } | { readonly lineIds: readonly string[] };

/** Puts the people of a sample or of lines on the list of calls; who is on it stays there once. */
export function QueueCallButton({ whom }: { readonly whom: Whom }) {
  const { t } = useText();
  const { message } = App.useApp();
  const client = useQueryClient();
  const errorText = useErrorText();
  const queue = useMutation({
    mutationFn: async () =>
      'sampleId' in whom
        ? (await execute(QUEUE_SAMPLE, { input: whom })).queueSampleCallbacks
        : (await execute(QUEUE_LINES, { input: { lineIds: [...whom.lineIds] } }))
            .queueLineCallbacks,
    onSuccess: async (count) => {
      await client.invalidateQueries({ queryKey: ['calls'] });
      void message.success(t('calls:queued', { count }));
    },
    onError: (error) => void message.error(errorText(error).sentence),
  });
  return (
    <Button
      icon={<PhoneOutlined aria-hidden />}
      loading={queue.isPending}
      onClick={() => queue.mutate()}
    >
      {t('calls:queueLine')}
    </Button>
  );
}
