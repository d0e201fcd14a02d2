import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Flex } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';

import { execute } from '../../api/execute.js';
import type { ClaimLineQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { formatSentence } from '../../shared/format.js';
import { CheckItem } from '../../shared/claim/check-item.js';
import { useClaimNames } from '../../shared/claim/claim-names.js';
import { LineStatusTag } from '../../shared/claim/claim-status.js';
import { MessageThread } from '../../shared/claim/messages-tab.js';
import { ConfirmReason } from '../../shared/confirm-reason.js';
import { centerPath } from '../../shared/feature.js';
import { QueryView } from '../../shared/query-view.js';
import { useCan } from '../../shared/session.js';
import { Month, Yuan } from '../../shared/values.js';
import { CLAIM_LINE } from '../../shared/claim/claim.queries.js';
import { LineBasis, LineOtherReadings, LinePrevious } from '../../shared/claim/line-why.js';
import { SideDrawer } from '../../shared/side-drawer.js';
import { OBJECT } from './claim.queries.js';

type Line = ClaimLineQuery['claimLine'];

interface LineDrawerProps {
  readonly lineId: string;
  /** Null: the house is another's, and its records are not linked. */
  readonly centerId: string | null;
  readonly onClose: () => void;
}

/** Why one line pays what it pays: the sentence, the clauses, the other readings, the findings. */
export function LineDrawer({ lineId, centerId, onClose }: LineDrawerProps) {
  const { t } = useText();
  const query = useQuery({
    queryKey: ['claim-line', lineId],
    queryFn: async () => (await execute(CLAIM_LINE, { id: lineId })).claimLine,
  });
  return (
    <SideDrawer
      onClose={onClose}
      width={620}
      title={query.data ? (query.data.subjectName ?? t('claim:lines.center')) : ''}
    >
      <QueryView query={query}>{(line) => <LineView line={line} centerId={centerId} />}</QueryView>
    </SideDrawer>
  );
}

function LineView({ line, centerId }: Pick<LineDrawerProps, 'centerId'> & { readonly line: Line }) {
  const { t, locale } = useText();
  const { programName } = useClaimNames();
  return (
    <>
      <Flex gap={16} align="center" wrap style={{ marginBottom: 12 }}>
        <strong style={{ fontSize: 22 }}>
          <Yuan fen={line.amountFen} unit />
        </strong>
        <LineStatusTag status={line.status} />
        <span>
          {programName(line.program)} · <Month value={line.month} /> ·{' '}
          {t(`claim:kind.${line.kind}`)}
        </span>
      </Flex>
      <h3>{t('claim:line.why')}</h3>
      <p className="yb-explanation">
        {locale === 'en' ? formatSentence(line.explanationEn, locale) : line.explanationZh}
      </p>
      <Objection line={line} />
      <LineBasis line={line} />
      <LineOtherReadings line={line} />
      <LinePrevious line={line} />
      {line.checks.length > 0 ? (
        <>
          <h3>{t('claim:line.checks')}</h3>
          {line.checks.map((check) => (
            <CheckItem key={check.id} check={check} centerId={centerId} />
          ))}
        </>
      ) : null}
      {line.subjectKind === 'person' && centerId !== null ? (
        <p style={{ marginTop: 24 }}>
          <Link to={centerPath(centerId, `residents/${line.subjectId}`)}>
            <Button tabIndex={-1}>{t('claim:line.person')}</Button>
          </Link>
        </p>
      ) : null}
      {line.claimId ? (
        <>
          <h3>{t('bureau:messages.line')}</h3>
          <MessageThread claimId={line.claimId} lineId={line.id} />
        </>
      ) : null}
    </>
  );
}

function Objection({ line }: { readonly line: Line }) {
  const { t } = useText();
  const can = useCan();
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  if (line.objectionReason) {
    return (
      <Alert
        type="info"
        showIcon
        style={{ marginBottom: 16 }}
        title={t('claim:line.objected', { reason: line.objectionReason })}
        description={t('claim:line.recompute')}
      />
    );
  }
  return line.canObject && can('claim.prepare') ? (
    <>
      <Button style={{ marginBottom: 16 }} onClick={() => setOpen(true)}>
        {t('claim:line.object')}
      </Button>
      <ConfirmReason
        open={isOpen}
        title={t('claim:line.objectTitle')}
        note={t('claim:line.objectNote')}
        okText={t('claim:line.object')}
        onConfirm={async (reason) => {
          await execute(OBJECT, { input: { lineId: line.id, reason } });
          await client.invalidateQueries({ queryKey: ['claim-line', line.id] });
        }}
        onClose={() => setOpen(false)}
      />
    </>
  ) : null;
}
