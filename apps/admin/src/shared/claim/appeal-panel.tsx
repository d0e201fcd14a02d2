import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { formatDay } from '../format.js';
import { Panel } from '../panel.js';
import { useCan } from '../session.js';
import { Month, Yuan } from '../values.js';
import { SideDrawer } from '../side-drawer.js';
import { AppealDay, AppealOutcome, type AppealRow } from './appeal-state.js';
import { AnswerDrawer, AppealDrawer, AppealPapers, type AppealableRow } from './appeal.drawers.js';
import { APPEALABLE_LINES, CLAIM_APPEALS } from './appeal.queries.js';
import { AnnulAppealDialog } from './annul-appeal.dialog.js';
import { PaperAppealDrawer } from './paper-appeal.drawer.js';
import { useClaimNames } from './claim-names.js';
import { useReasons } from './reasons.js';

const MOST = 100;

type Open =
  | { readonly deed: 'appeal'; readonly line: AppealableRow }
  | { readonly deed: 'answer' | 'papers' | 'annul'; readonly appeal: AppealRow };

function useAppeals(claimId: string, isDecided: boolean) {
  const can = useCan();
  const appeals = useQuery({
    queryKey: ['claim', claimId, 'appeals'],
    queryFn: async () =>
      (await execute(CLAIM_APPEALS, { claimId, page: 1, pageSize: MOST })).claimAppeals.items,
    enabled: isDecided,
  });
  const lines = useQuery({
    queryKey: ['claim', claimId, 'appealable'],
    queryFn: async () => (await execute(APPEALABLE_LINES, { claimId })).appealableLines,
    enabled: isDecided && can('claim.prepare'),
  });
  return { appeals: appeals.data ?? [], lines: lines.data ?? [] };
}

interface AppealPanelProps {
  readonly claim: { readonly id: string; readonly centerId: string };
  readonly isDecided: boolean;
}

/** Beside a statement: what was cut or refused and may be appealed, what was appealed, and what came of it. */
export function AppealPanel({ claim, isDecided }: AppealPanelProps) {
  const { t } = useText();
  const claimId = claim.id;
  const { appeals, lines } = useAppeals(claimId, isDecided);
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  if (appeals.length === 0 && lines.length === 0) {
    return null;
  }
  return (
    <Panel title={t('bureau:appeal.menu')}>
      <table className="yb-sum yb-sum-wide">
        <tbody>
          {appeals.map((appeal) => (
            <AppealItem key={appeal.id} appeal={appeal} claimId={claimId} onOpen={setOpen} />
          ))}
          {lines.map((line) => (
            <AppealableItem
              key={line.lineId}
              line={line}
              onAppeal={() => setOpen({ deed: 'appeal', line })}
            />
          ))}
        </tbody>
      </table>
      {open?.deed === 'appeal' && open.line.isOnPaper ? (
        <PaperAppealDrawer claim={claim} line={open.line} onClose={close} />
      ) : null}
      {open?.deed === 'appeal' && !open.line.isOnPaper ? (
        <AppealDrawer claimId={claimId} line={open.line} onClose={close} />
      ) : null}
      {open?.deed === 'answer' ? <AnswerDrawer appeal={open.appeal} onClose={close} /> : null}
      {open?.deed === 'annul' ? <AnnulAppealDialog appeal={open.appeal} onClose={close} /> : null}
      {open?.deed === 'papers' ? <PapersDrawer appeal={open.appeal} onClose={close} /> : null}
    </Panel>
  );
}

interface SubjectProps {
  readonly of: Pick<AppealRow, 'subjectName' | 'program' | 'month' | 'ground' | 'code' | 'text'>;
  readonly children?: ReactNode;
}

function Subject({ of, children }: SubjectProps) {
  const { t } = useText();
  const { programName } = useClaimNames();
  const { reasonName } = useReasons();
  return (
    <>
      {of.subjectName ?? t('claim:lines.center')} · {programName(of.program)} ·{' '}
      <Month value={of.month} />
      <div className="yb-soft">
        {[t(`bureau:appeal.ground.${of.ground}`), reasonName(of.code), of.text, children]
          .filter(Boolean)
          .map(String)
          .join(' · ')}
      </div>
    </>
  );
}

interface AppealItemProps {
  readonly appeal: AppealRow;
  readonly claimId: string;
  readonly onOpen: (open: Open) => void;
}

function AppealItem({ appeal, claimId, onOpen }: AppealItemProps) {
  const { t } = useText();
  const isCarried = appeal.claimId !== claimId;
  return (
    <tr>
      <td>
        <Subject of={appeal}>
          {isCarried ? t('bureau:held.of', { number: appeal.claimNumber }) : null}
        </Subject>
        <div>
          <strong>{t('bureau:appeal.reason')}</strong> {appeal.reason}
        </div>
        <div className="yb-soft">
          <AppealDay appeal={appeal} />
          {appeal.attachmentId === null ? ` ${appeal.appealedByName ?? ''}` : null}
        </div>
        <AppealOutcome appeal={appeal} />
        <div>
          <Button
            type="link"
            style={{ paddingInline: 0 }}
            onClick={() => onOpen({ deed: 'papers', appeal })}
          >
            {t('bureau:appeal.paper')}
          </Button>
          {appeal.canAnnul ? (
            <Button type="link" danger onClick={() => onOpen({ deed: 'annul', appeal })}>
              {t('bureau:appeal.annul.do')}
            </Button>
          ) : null}
          {appeal.canAnswer ? (
            <Button type="link" onClick={() => onOpen({ deed: 'answer', appeal })}>
              {t('bureau:appeal.answerDo')}
            </Button>
          ) : null}
        </div>
      </td>
      <td>
        <Yuan fen={isCarried ? appeal.grantedFen : appeal.askedFen} />
      </td>
    </tr>
  );
}

interface AppealableItemProps {
  readonly line: AppealableRow;
  readonly onAppeal: () => void;
}

function AppealableItem({ line, onAppeal }: AppealableItemProps) {
  const { t, locale } = useText();
  const can = useCan();
  return (
    <tr>
      <td>
        <Subject of={line} />
        {line.untilOn ? (
          <div className="yb-soft">
            {t('bureau:appeal.until', { day: formatDay(line.untilOn, locale) })}
          </div>
        ) : null}
        {line.isOnPaper && !can('claim.submit') ? (
          <div>{t('bureau:appeal.paperByOwner')}</div>
        ) : (
          <Button style={{ marginTop: 4 }} onClick={onAppeal}>
            {t(line.isOnPaper ? 'bureau:appeal.paperDo' : 'bureau:appeal.make')}
          </Button>
        )}
      </td>
      <td>
        <Yuan fen={line.askedFen} />
      </td>
    </tr>
  );
}

function PapersDrawer(props: { readonly appeal: AppealRow; readonly onClose: () => void }) {
  const { t } = useText();
  return (
    <SideDrawer width={640} title={t('bureau:appeal.paper')} onClose={props.onClose}>
      <AppealPapers appeal={props.appeal} />
    </SideDrawer>
  );
}
