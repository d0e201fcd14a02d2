import { Button, Empty } from 'antd';
import { useState } from 'react';

import { useText } from '../../i18n/use-text.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { StatusTag } from '../../shared/status-tag.js';
import { Moment } from '../../shared/values.js';
import { DecisionDrawer } from './decision.drawer.js';
import { useDecisions, useOptionText, type Decision } from './use-decisions.js';
import type { CountyPlace } from './policy.page.js';
import { usePackWords } from './words.js';

interface DecisionsTabProps {
  readonly packId: string;
  readonly place: CountyPlace;
}

/** The sentences that can be read in two ways, and how this county reads them. */
export function DecisionsTab({ packId, place }: DecisionsTabProps) {
  const { t } = useText();
  const query = useDecisions(packId, place.countyCode);
  const [changed, setChanged] = useState<Decision | null>(null);
  return (
    <QueryView query={query}>
      {(decisions) =>
        decisions.length === 0 ? (
          <Empty description={t('policy:decision.none')} />
        ) : (
          <Panel>
            <p style={{ marginTop: 0 }}>{t('policy:decision.note')}</p>
            {decisions.map((decision) => (
              <Question
                key={decision.id}
                decision={decision}
                onChange={place.isBureau ? () => setChanged(decision) : null}
              />
            ))}
            {changed ? (
              <DecisionDrawer
                decision={changed}
                packId={packId}
                place={place}
                onClose={() => setChanged(null)}
              />
            ) : null}
          </Panel>
        )
      }
    </QueryView>
  );
}

interface QuestionProps {
  readonly decision: Decision;
  readonly onChange: (() => void) | null;
}

function Question({ decision, onChange }: QuestionProps) {
  const { t } = useText();
  const { pick } = usePackWords();
  return (
    <section className="yb-question">
      <h3>
        {pick(decision.questionZh, decision.questionEn)}{' '}
        <span className="yb-soft" style={{ fontWeight: 400, fontSize: 13 }}>
          {decision.id} {decision.clause}
        </span>
      </h3>
      <div className="yb-question-body">
        <Options decision={decision} />
        <div>
          <Grounds decision={decision} />
        </div>
        {onChange === null || decision.options.length < 2 ? null : (
          <Button
            size="small"
            onClick={onChange}
            aria-label={`${t('policy:decision.change')} ${decision.id}`}
          >
            {t('policy:decision.change')}
          </Button>
        )}
      </div>
    </section>
  );
}

function Options({ decision }: { readonly decision: Decision }) {
  const optionText = useOptionText();
  return (
    <div>
      {decision.options.map(({ id }) => (
        <div key={id}>
          {id === decision.chosen ? (
            <StatusTag tone="done">
              <strong>{optionText(decision, id)}</strong>
            </StatusTag>
          ) : (
            <span className="yb-soft" style={{ paddingLeft: 18 }}>
              {optionText(decision, id)}
            </span>
          )}
        </div>
      ))}
    </div>
  );
}

function Grounds({ decision }: { readonly decision: Decision }) {
  const { t } = useText();
  const { say } = usePackWords();
  return (
    <>
      {decision.isCountyChoice ? (
        <div>
          {t('policy:decision.byCounty', {
            by: decision.proposedByName ?? '—',
            name: decision.decidedByName ?? '—',
          })}{' '}
          <Moment value={decision.decidedAt} />
        </div>
      ) : (
        <StatusTag tone="warning">{t('policy:decision.shipped')}</StatusTag>
      )}
      <div className="yb-soft">
        {t('policy:decision.reason')}
        {t('audit:colon')}
        {decision.reason ?? say(decision.shippedWhy)}
      </div>
      {decision.lapsed ? (
        <div>{t('policy:decision.lapsed', { option: decision.lapsed })}</div>
      ) : null}
    </>
  );
}
