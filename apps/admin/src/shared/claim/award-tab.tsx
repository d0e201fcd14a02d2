import { PaperClipOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex, Progress } from 'antd';
import { useState, type ReactNode } from 'react';

import { execute } from '../../api/execute.js';
import type { AwardApplicationQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { Attachments } from '../files/attachments.js';
import { begun, formatSentence, formatPackText } from '../format.js';
import { Panel } from '../panel.js';
import { QueryView } from '../query-view.js';
import { StatusTag, type StatusTone } from '../status-tag.js';
import { Day, Yuan } from '../values.js';
import './award.css';
import { AWARD } from './award.queries.js';

export type Award = AwardApplicationQuery['awardApplication'];
type Item = Award['checklist'][number];

interface AwardTabProps {
  readonly claimId: string;
  /** What the reader may do here: a button beside the project, or beside the open question. */
  readonly editor?: ((award: Award) => ReactNode) | undefined;
  readonly settler?: ((award: Award) => ReactNode) | undefined;
}

export const awardKey = (claimId: string): readonly string[] => ['award', claimId];

/** An award applied for: the project, its conditions and papers, how the amount comes about, the bureau's answer. */
export function AwardTab({ claimId, editor, settler }: AwardTabProps) {
  const query = useQuery({
    queryKey: awardKey(claimId),
    queryFn: async () => (await execute(AWARD, { claimId })).awardApplication,
  });
  return (
    <QueryView query={query}>
      {(award) => (
        <>
          <Question award={award} action={settler?.(award)} />
          <ProjectPanel award={award} action={editor?.(award)} />
          <Checklist award={award} />
        </>
      )}
    </QueryView>
  );
}

interface PartProps {
  readonly award: Award;
  readonly action?: ReactNode;
}

/** How the amount comes about, and what the rules leave to the bureau. */
function Question({ award, action }: PartProps) {
  const { t, locale } = useText();
  const isEnglish = locale === 'en';
  const { question, settlement } = award;
  const why = isEnglish ? formatSentence(award.explanationEn ?? '', locale) : award.explanationZh;
  return (
    <Panel title={t('claim:award.reasoning')} actions={question ? action : null}>
      {why ? <p className="yb-award-why">{why}</p> : <p>{t('claim:award.notComputed')}</p>}
      {question ? (
        <Alert
          type="warning"
          showIcon
          title={t('claim:award.open')}
          description={
            <>
              <p style={{ marginTop: 0 }}>
                {formatPackText(isEnglish ? question.en : question.zh, locale)}
              </p>
              {question.options.length > 0 ? (
                <table className="yb-sum yb-sum-wide">
                  <tbody>
                    {question.options.map((option) => (
                      <tr key={option.option}>
                        <td>{formatPackText(isEnglish ? option.en : option.zh, locale)}</td>
                        <td>
                          <Yuan fen={option.amountFen} />
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              ) : (
                <p style={{ marginBottom: 0 }}>
                  {t('claim:award.range')} <Yuan fen={question.minFen} /> –{' '}
                  <Yuan fen={question.maxFen} />
                </p>
              )}
            </>
          }
        />
      ) : null}
      {settlement ? <Settled settlement={settlement} /> : null}
    </Panel>
  );
}

function Settled({ settlement }: { readonly settlement: NonNullable<Award['settlement']> }) {
  const { t, locale } = useText();
  return (
    <Alert
      type="success"
      showIcon
      title={t('claim:award.settled')}
      description={
        <dl className="yb-facts">
          <dt>{t('claim:award.answer')}</dt>
          <dd>
            {locale === 'en' ? settlement.en : settlement.zh} <Yuan fen={settlement.amountFen} />
          </dd>
          <dt>{t('claim:award.documentNumber')}</dt>
          <dd>
            {settlement.documentNumber}{' '}
            <a href={`/files/${settlement.attachmentId}`} target="_blank" rel="noreferrer">
              <PaperClipOutlined aria-hidden /> {t('claim:award.scan')}
            </a>
          </dd>
          <dt>{t('claim:award.decidedOn')}</dt>
          <dd>
            <Day value={settlement.decidedOn} />
          </dd>
          <dt>{t('claim:award.recordedBy')}</dt>
          <dd>{settlement.recordedByName ?? '—'}</dd>
          {settlement.note ? (
            <>
              <dt>{t('claim:award.note')}</dt>
              <dd>{settlement.note}</dd>
            </>
          ) : null}
        </dl>
      }
    />
  );
}

function ProjectPanel({ award, action }: PartProps) {
  const { t, locale } = useText();
  const isEnglish = locale === 'en';
  const { project } = award;
  const kind = award.kinds.find(({ code }) => code === project.kind);
  return (
    <Panel title={t('claim:award.project')} actions={action}>
      <dl className="yb-facts yb-award-facts">
        <dt>{t('claim:award.name')}</dt>
        <dd>{project.name}</dd>
        <dt>{t('claim:award.kind')}</dt>
        <dd>{begun((isEnglish ? kind?.en : kind?.zh) ?? project.kind)}</dd>
        <dt>{t('claim:award.areaM2')}</dt>
        <dd>{project.areaM2 ?? '—'}</dd>
        <dt>{t('claim:award.communities')}</dt>
        <dd>
          {project.communities.length > 0
            ? `${project.communities.length} · ${project.communities.join(isEnglish ? ', ' : '、')}`
            : '—'}
        </dd>
        <dt>{t('claim:award.completedOn')}</dt>
        <dd>
          <Day value={project.completedOn} />
        </dd>
        <dt>{t('claim:award.ownInvestment')}</dt>
        <dd>
          <Yuan fen={project.ownInvestmentFen} />
        </dd>
        {award.fields.map((field) => (
          <FieldFact key={field.name} field={field} />
        ))}
      </dl>
    </Panel>
  );
}

function FieldFact({ field }: { readonly field: Award['fields'][number] }) {
  const { t, locale } = useText();
  const value: unknown = field.value ? JSON.parse(field.value) : null;
  return (
    <>
      <dt>{begun(locale === 'en' ? field.en : field.zh)}</dt>
      <dd>
        {value === null ? (
          '—'
        ) : field.type === 'BOOLEAN' ? (
          t(value === true ? 'claim:award.yes' : 'claim:award.no')
        ) : field.type === 'MONEY' ? (
          <Yuan fen={Number(value)} />
        ) : (
          String(value)
        )}
      </dd>
    </>
  );
}

const TONES: Readonly<Record<Item['state'], StatusTone>> = {
  MET: 'done',
  ATTACHED: 'done',
  NOT_MET: 'stopped',
  MISSING: 'waiting',
  BARE: 'waiting',
};

function Checklist({ award }: { readonly award: Award }) {
  const { t } = useText();
  const { checklist, doneCount } = award;
  const [open, setOpen] = useState<string | null>(null);
  return (
    <Panel title={t('claim:award.checklist')}>
      <Flex gap={12} align="center" style={{ marginBottom: 8 }}>
        <span>{t('claim:award.complete', { done: doneCount, total: checklist.length })}</span>
        <Progress
          style={{ flex: 1, maxWidth: 320 }}
          percent={Math.round((100 * doneCount) / Math.max(1, checklist.length))}
          showInfo={false}
          size="small"
          aria-label={t('claim:award.complete', { done: doneCount, total: checklist.length })}
        />
      </Flex>
      <ul className="yb-award-list">
        {checklist.map((item) => (
          <ChecklistRow
            key={item.id}
            item={item}
            award={award}
            isOpen={open === item.id}
            onToggle={() => setOpen(open === item.id ? null : item.id)}
          />
        ))}
      </ul>
    </Panel>
  );
}

interface RowProps {
  readonly item: Item;
  readonly award: Award;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function ChecklistRow({ item, award, isOpen, onToggle }: RowProps) {
  const { t, locale } = useText();
  const isEnglish = locale === 'en';
  const found = isEnglish ? item.foundEn : item.foundZh;
  return (
    <li>
      <div className="yb-award-row">
        <StatusTag tone={TONES[item.state]}>{t(`claim:award.state.${item.state}`)}</StatusTag>
        <div className="yb-award-text">
          <div>
            {begun(isEnglish ? item.en : item.zh)}
            {item.clause ? <span className="yb-soft"> · {item.clause}</span> : null}
          </div>
          {found ? <div className="yb-soft">{found}</div> : null}
        </div>
        <Button
          size="small"
          icon={<PaperClipOutlined aria-hidden />}
          aria-expanded={isOpen}
          onClick={onToggle}
        >
          {t('claim:award.papers', { count: item.paperCount })}
        </Button>
      </div>
      {isOpen ? (
        <Attachments
          centerId={award.centerId}
          entity="awardItem"
          entityId={item.id}
          kinds={(['PHOTO', 'CERTIFICATE', 'CONTRACT', 'OTHER'] as const).map((value) => ({
            value,
            label: t(`claim:award.paperKind.${value}`),
          }))}
          canWrite={award.canEdit}
          alsoStale={[awardKey(award.claimId), ['claim', award.claimId]]}
        />
      ) : null}
    </li>
  );
}
