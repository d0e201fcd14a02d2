import { PaperClipOutlined } from '@ant-design/icons';
import { addDays, localDate } from '@yibu/kernel';
import { Alert } from 'antd';
import type { ReactNode } from 'react';

import type { LineEvidenceQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { Day, DaySpan, Moment, Yuan } from '../../shared/values.js';

type Found = LineEvidenceQuery['lineEvidence'];
type Span = Found['stays'][number];

interface EvidenceProps {
  readonly evidence: Found;
  readonly isPerson: boolean;
}

const lastDayOf = (until: string | null | undefined): string | null =>
  until ? addDays(localDate(until), -1) : null;

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </>
  );
}

interface SpansProps {
  readonly spans: readonly Span[];
  readonly nameOf: (span: Span) => string;
  /** Levels and categories hold up to and with their last day; stays and absences end on the day of leaving. */
  readonly lastsThrough?: boolean;
}

function Spans({ spans, nameOf, lastsThrough = false }: SpansProps) {
  const { t } = useText();
  return spans.length === 0 ? (
    <span className="yb-soft">{t('review:evidence.none')}</span>
  ) : (
    <ul className="yb-plain-list">
      {spans.map((span) => (
        <li key={span.id}>
          {nameOf(span)}{' '}
          <DaySpan from={span.from} until={lastsThrough ? lastDayOf(span.until) : span.until} />
        </li>
      ))}
    </ul>
  );
}

/** Whether somebody met the person on the spot. */
function Inspection({ inspection }: { readonly inspection: Found['inspection'] }) {
  const { t } = useText();
  if (!inspection) {
    return null;
  }
  const { result, note, seenByName, seenAt } = inspection;
  return (
    <Alert
      type={result === 'PRESENT' ? 'success' : 'error'}
      showIcon
      title={t('bureau:sample.found', { result: t(`bureau:sample.result.${result}`) })}
      description={
        <>
          {note ? `${note} · ` : ''}
          {seenByName} <Moment value={seenAt} />
        </>
      }
    />
  );
}

/** The frozen records of the person: stay, absences, level, categories, the month's services and meals, papers. */
export function Evidence({ evidence, isPerson }: EvidenceProps) {
  const { t, lookUp } = useText();
  const word = (group: string, code: string): string =>
    lookUp(`review:evidence.${group}.${code}`, {}) ?? code;
  const levelName = ({ what, detail }: Span): string => {
    const [scale = '', kind = ''] = (detail ?? '').split(' ');
    const scaleName = lookUp(`assessment:levels.scales.${scale}`, {}) ?? scale;
    return `${t('review:evidence.level', { level: what })} · ${scaleName} · ${word('kind', kind)}`;
  };
  return (
    <>
      <Inspection inspection={evidence.inspection} />
      <h3>{t('review:evidence.title')}</h3>
      <dl className="yb-evidence-facts">
        {isPerson ? (
          <>
            <Group title={t('review:evidence.bornOn')}>
              <Day value={evidence.bornOn} />
              {evidence.diedOn ? (
                <>
                  {' · '}
                  {t('review:evidence.diedOn')} <Day value={evidence.diedOn} />
                </>
              ) : null}
            </Group>
            <Group title={t('review:evidence.stays')}>
              <Spans spans={evidence.stays} nameOf={() => ''} />
            </Group>
            <Group title={t('review:evidence.absences')}>
              <Spans spans={evidence.absences} nameOf={({ what }) => word('absence', what)} />
            </Group>
            <Group title={t('review:evidence.levels')}>
              <Spans spans={evidence.levels} nameOf={levelName} lastsThrough />
            </Group>
            <Group title={t('review:evidence.categories')}>
              <Spans
                spans={evidence.categories}
                nameOf={({ what }) => word('category', what)}
                lastsThrough
              />
            </Group>
            <Group title={t('review:evidence.month')}>
              {t('review:evidence.services', {
                count: evidence.serviceCount,
                minutes: evidence.serviceMinutes,
              })}
              {' · '}
              <Yuan fen={evidence.serviceValueFen} unit />
              {' · '}
              {t('review:evidence.meals', { count: evidence.mealCount })}
            </Group>
          </>
        ) : null}
        <Group title={t('review:evidence.papers')}>
          {evidence.attachments.length === 0 ? (
            <span className="yb-soft">{t('review:evidence.noPapers')}</span>
          ) : (
            <ul className="yb-plain-list">
              {evidence.attachments.map(({ id, fileName, entity }) => (
                <li key={id}>
                  <a href={`/files/${id}`} target="_blank" rel="noreferrer">
                    <PaperClipOutlined aria-hidden /> {fileName}
                  </a>{' '}
                  <span className="yb-soft">{word('paperOf', entity)}</span>
                </li>
              ))}
            </ul>
          )}
        </Group>
      </dl>
    </>
  );
}
