import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Flex } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { useCan } from '../../shared/session.js';
import { useErrorText } from '../../shared/use-error-text.js';
import { CONFIRM_NOTHING, OPENING_LEDGER } from './board.queries.js';
import { OpeningDrawer } from './opening.drawer.js';

interface OpeningBannerProps {
  readonly centerId: string;
  readonly yearFrom: string;
}

/** Asked once a year: without the answer the first claim might claim twice what paper claimed before. */
export function OpeningBanner({ centerId, yearFrom }: OpeningBannerProps) {
  const { t } = useText();
  const can = useCan();
  const { modal, message } = App.useApp();
  const errorText = useErrorText();
  const client = useQueryClient();
  const [isEntering, setEntering] = useState(false);
  const { data } = useQuery({
    queryKey: ['claims', centerId, 'opening', yearFrom],
    queryFn: async () => (await execute(OPENING_LEDGER, { centerId, yearFrom })).openingLedger,
  });
  const refresh = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: ['claims', centerId] });
  };
  const confirmNothing = (): void => {
    void modal.confirm({
      title: t('claim:opening.nothingTitle'),
      content: t('claim:opening.nothingText'),
      okText: t('claim:opening.nothing'),
      cancelText: t('common:cancel'),
      onOk: async () => {
        try {
          await execute(CONFIRM_NOTHING, { input: { centerId, yearFrom } });
          await refresh();
        } catch (error) {
          void message.error(errorText(error).sentence);
        }
      },
    });
  };
  if (!data || data.state !== 'UNANSWERED') {
    return null;
  }
  return (
    <>
      <Alert
        type="warning"
        showIcon
        style={{ marginBottom: 16 }}
        title={t('claim:opening.title')}
        description={
          <>
            <p style={{ marginTop: 0 }}>{t('claim:opening.text')}</p>
            {can('opening.write') ? (
              <Flex gap={8} wrap>
                <Button onClick={confirmNothing}>{t('claim:opening.nothing')}</Button>
                <Button type="primary" onClick={() => setEntering(true)}>
                  {t('claim:opening.enter')}
                </Button>
              </Flex>
            ) : null}
          </>
        }
      />
      {isEntering ? (
        <OpeningDrawer
          centerId={centerId}
          yearFrom={yearFrom}
          onClose={() => setEntering(false)}
          onStored={refresh}
        />
      ) : null}
    </>
  );
}
