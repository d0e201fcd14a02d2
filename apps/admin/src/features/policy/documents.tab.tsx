import { Button, Descriptions } from 'antd';

import { useText } from '../../i18n/use-text.js';
import { Panel } from '../../shared/panel.js';
import { StatusTag } from '../../shared/status-tag.js';
import type { PackShown } from './pack.page.js';
import { Day } from '../../shared/values.js';
import { usePackWords } from './words.js';

/** Which documents the pack rests on, where they contradict themselves, and the text as a file. */
export function DocumentsTab({ pack }: { readonly pack: PackShown }) {
  const { t } = useText();
  const { say } = usePackWords();
  return (
    <>
      {pack.documents.map((document) => (
        <Panel key={document.id} title={say(document.title)}>
          <Descriptions
            size="small"
            column={{ xs: 1, md: 2 }}
            items={[
              {
                key: 'number',
                label: t('policy:pack.number'),
                children: document.number ?? t('common:notRecorded'),
              },
              {
                key: 'issuer',
                label: t('policy:pack.issuer'),
                children: say(document.issuer) || t('common:notRecorded'),
              },
              {
                key: 'date',
                label: t('policy:pack.date'),
                children: document.date ? <Day value={document.date} /> : t('common:notRecorded'),
              },
              ...(document.unsure
                ? [
                    {
                      key: 'unsure',
                      label: t('policy:pack.unsure'),
                      children: <StatusTag tone="warning">{say(document.unsure)}</StatusTag>,
                    },
                  ]
                : []),
            ]}
          />
        </Panel>
      ))}
      <Panel title={t('policy:pack.contradictions')}>
        {pack.contradictions.length === 0 ? (
          <p className="yb-soft">{t('policy:pack.noContradictions')}</p>
        ) : (
          pack.contradictions.map((item) => (
            <div key={item.id} className="yb-question">
              <h3>
                {item.id} {say(item.text)}
              </h3>
              <span className="yb-soft">
                {t('policy:pack.handling')}
                {t('audit:colon')}
                {say(item.handling)}
              </span>
            </div>
          ))
        )}
      </Panel>
      <Panel>
        <p style={{ marginTop: 0, overflowWrap: 'anywhere' }}>
          <span className="yb-soft">{t('policy:pack.sha256')}</span>{' '}
          <span className="yb-digest">{pack.head.sha256}</span>
        </p>
        <Button type="link" href="/export/pack/schema" style={{ padding: 0 }}>
          {t('policy:pack.schema')}
        </Button>
      </Panel>
    </>
  );
}
