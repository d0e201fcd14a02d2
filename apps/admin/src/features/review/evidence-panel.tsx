import { useQuery } from '@tanstack/react-query';
import { Alert, Flex } from 'antd';
import type { ReactNode } from 'react';

import { execute } from '../../api/execute.js';
import type { ClaimLineQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { formatSentence } from '../../shared/format.js';
import { CheckItem } from '../../shared/claim/check-item.js';
import { useClaimNames } from '../../shared/claim/claim-names.js';
import type { ClaimShown } from '../../shared/claim/claim-of.js';
import { CLAIM_LINE } from '../../shared/claim/claim.queries.js';
import { LineBasis, LineOtherReadings, LinePrevious } from '../../shared/claim/line-why.js';
import { useMeasure } from '../../shared/claim/measure.js';
import { MessageThread } from '../../shared/claim/messages-tab.js';
import { useReasons } from '../../shared/claim/reasons.js';
import { QueueCallButton } from '../../shared/claim/queue-call-button.js';
import { useCan } from '../../shared/session.js';
import { QueryView } from '../../shared/query-view.js';
import { Month, Yuan } from '../../shared/values.js';
import { Elsewhere } from './elsewhere.js';
import { Evidence } from './evidence.js';
import { LineMatches } from './matches.js';
import { ReleaseButton } from './release-button.js';
import { LINE_EVIDENCE } from './review.queries.js';
import type { ReviewLine } from './use-review-lines.js';
import { VerdictTag } from './verdict-tag.js';

interface EvidencePanelProps {
  readonly line: ReviewLine;
  readonly claim: ClaimShown;
  /** The verdicts that may be given. */
  readonly children: ReactNode;
}

/** What one line rests on, as it was frozen when the claim was submitted. */
export function EvidencePanel({ line, claim, children }: EvidencePanelProps) {
  const { t } = useText();
  const { programName, unitName } = useClaimNames();
  const can = useCan();
  const evidence = useQuery({
    queryKey: ['claim-line', line.id, 'evidence'],
    queryFn: async () => (await execute(LINE_EVIDENCE, { lineId: line.id })).lineEvidence,
    staleTime: 60_000,
  });
  return (
    <div className="yb-evidence">
      <Flex gap={12} align="baseline" wrap>
        <h2>{line.subjectName ?? t('claim:lines.center')}</h2>
        <strong className="yb-evidence-amount">
          <Yuan fen={line.amountFen} unit />
        </strong>
        <VerdictTag line={line} />
      </Flex>
      <p className="yb-soft yb-evidence-about">
        {programName(line.program)} · <Month value={line.month} /> · {t(`claim:kind.${line.kind}`)}
        {line.quantity && line.rateFen ? (
          <>
            {' · '}
            {line.quantity} {unitName(line.unit, line.quantity)} × <Yuan fen={line.rateFen} />
          </>
        ) : null}
      </p>
      <Given line={line} />
      {line.subjectKind === 'person' ? <Elsewhere lineId={line.id} /> : null}
      {children}
      {line.verdict === 'HELD' &&
      !line.releasedAt &&
      !line.refusedAt &&
      claim.status !== 'IN_REVIEW' ? (
        <ReleaseButton lineId={line.id} claimId={claim.id} />
      ) : null}
      {can('review.write') &&
      line.subjectKind === 'person' &&
      (claim.status === 'SUBMITTED' || claim.status === 'IN_REVIEW') ? (
        <p>
          <QueueCallButton whom={{ lineIds: [line.id] }} />
        </p>
      ) : null}
      <LineMatches claimId={claim.id} lineId={line.id} />
      <Why lineId={line.id} />
      <QueryView query={evidence} rows={4}>
        {(found) => <Evidence evidence={found} isPerson={line.subjectKind === 'person'} />}
      </QueryView>
      <h3>{t('bureau:messages.line')}</h3>
      <MessageThread claimId={claim.id} lineId={line.id} />
    </div>
  );
}

/** The reason of a verdict that took something away. */
function Given({ line }: { readonly line: ReviewLine }) {
  const { reasonName } = useReasons();
  const { recognizedText } = useMeasure();
  const text = [
    reasonName(line.verdictCode),
    recognizedText(line),
    line.verdictText,
    line.cutClause,
  ]
    .filter(Boolean)
    .join(' · ');
  return text === '' ? null : <p className="yb-evidence-given">{text}</p>;
}

/** The operator stands by a line that was returned: the verdict given now is the answer. */
function Appeal({ line }: { readonly line: ClaimLineQuery['claimLine'] }) {
  const { t } = useText();
  const { reasonName } = useReasons();
  if (!line.objectionReason) {
    return null;
  }
  const before = [reasonName(line.previousLine?.verdictCode), line.previousLine?.verdictText];
  return (
    <Alert
      type="warning"
      showIcon
      style={{ margin: '12px 0' }}
      title={t('review:appeal.title', { reason: line.objectionReason })}
      description={t('review:appeal.before', { reason: before.filter(Boolean).join(' · ') || '—' })}
    />
  );
}

function Why({ lineId }: { readonly lineId: string }) {
  const { t, locale } = useText();
  const query = useQuery({
    queryKey: ['claim-line', lineId],
    queryFn: async () => (await execute(CLAIM_LINE, { id: lineId })).claimLine,
  });
  return (
    <QueryView query={query} rows={3}>
      {(line) => (
        <>
          <Appeal line={line} />
          {line.checks.length > 0 ? (
            <>
              <h3>{t('claim:line.checks')}</h3>
              {line.checks.map((check) => (
                <CheckItem key={check.id} check={check} centerId={null} />
              ))}
            </>
          ) : null}
          <h3>{t('claim:line.why')}</h3>
          <p className="yb-explanation">
            {locale === 'en' ? formatSentence(line.explanationEn, locale) : line.explanationZh}
          </p>
          <LinePrevious line={line} />
          <details>
            <summary>{t('claim:line.basis')}</summary>
            <LineBasis line={line} />
            <LineOtherReadings line={line} />
          </details>
        </>
      )}
    </QueryView>
  );
}
