import { useQueryClient } from '@tanstack/react-query';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { ConfirmReason } from '../../shared/confirm-reason.js';
import { LeaveForm, ReturnForm } from './absence-forms.js';
import { CloseBedForm, EndRepairForm, RepairForm } from './bed-forms.js';
import { REOPEN_BED } from './bed.queries.js';
import { AdmitForm, RecordStayForm, ReserveForm } from './begin-forms.js';
import { EndStayForm, SwapForm, TransferForm } from './change-forms.js';
import { CorrectStayForm } from './correct-form.js';
import { CANCEL_RESERVATION, UNDO_ADMISSION, UNDO_END_OF_STAY } from './end.queries.js';
import { savedStay, TOUCHED } from './outcome.js';
import { undoName } from './undo-name.js';
import { useDeed, type Deed } from './use-deed.js';
import { useBedTitle } from './use-bed-title.js';
import { useStay, type StayView } from './use-stay.js';

/** The form of whatever the address asks for. One on each page where deeds begin. */
export function DeedHost() {
  const [open, , close] = useDeed();
  if (open === null) {
    return null;
  }
  const { deed, id, to } = open;
  if (isStayDeed(deed)) {
    return <StayDeed key={id} deed={deed} stayId={id} to={to} onClose={close} />;
  }
  const Form = isBedDeed(deed) ? BED_FORMS[deed] : null;
  return Form ? (
    <Form bedId={id} onClose={close} />
  ) : (
    <BeginForm deed={deed as BeginDeed} id={id} onClose={close} />
  );
}

const BED_FORMS = {
  repair: RepairForm,
  'end-repair': EndRepairForm,
  close: CloseBedForm,
  reopen: ReopenBed,
} as const;

const isBedDeed = (deed: Deed): deed is keyof typeof BED_FORMS => deed in BED_FORMS;

type BeginDeed = Exclude<Deed, StayDeedName | keyof typeof BED_FORMS>;

function BeginForm(props: { deed: BeginDeed; id: string; onClose: () => void }) {
  const { deed, id, onClose } = props;
  const [what, about] = deed.split('-');
  const Form = what === 'admit' ? AdmitForm : what === 'reserve' ? ReserveForm : RecordStayForm;
  return (
    <Form
      {...(about === 'bed' ? { bedId: id } : {})}
      {...(about === 'resident' ? { residentId: id } : {})}
      onClose={onClose}
    />
  );
}

const STAY_DEEDS = [
  'admit-stay',
  'cancel',
  'transfer',
  'swap',
  'leave',
  'return',
  'discharge',
  'death',
  'correct',
  'undo-admission',
  'undo-end',
] as const satisfies readonly Deed[];

type StayDeedName = (typeof STAY_DEEDS)[number];

const isStayDeed = (deed: Deed): deed is StayDeedName =>
  (STAY_DEEDS as readonly Deed[]).includes(deed);

interface OpenStayDeed {
  readonly deed: StayDeedName;
  readonly stayId: string;
  readonly to: string | null;
  readonly onClose: () => void;
}

function StayDeed({ deed, stayId, to, onClose }: OpenStayDeed) {
  const { data: stay } = useStay(stayId);
  const { data: other, isLoading } = useStay(deed === 'swap' ? (to ?? '') : '');
  if (!stay || isLoading) {
    return null;
  }
  if (deed === 'transfer') {
    return <TransferForm stay={stay} bedId={to} onClose={onClose} />;
  }
  return deed === 'swap' ? (
    <SwapForm stay={stay} other={other ?? null} onClose={onClose} />
  ) : (
    <StayDeedForm deed={deed} stay={stay} onClose={onClose} />
  );
}

interface StayDeedProps {
  readonly deed: Exclude<StayDeedName, 'transfer' | 'swap'>;
  readonly stay: StayView;
  readonly onClose: () => void;
}

function StayDeedForm({ deed, stay, onClose }: StayDeedProps) {
  switch (deed) {
    case 'admit-stay':
      return <AdmitForm reservation={stay} onClose={onClose} />;
    case 'leave':
      return <LeaveForm stay={stay} onClose={onClose} />;
    case 'return':
      return <ReturnForm stay={stay} onClose={onClose} />;
    case 'discharge':
      return <EndStayForm stay={stay} isDeath={false} onClose={onClose} />;
    case 'death':
      return <EndStayForm stay={stay} isDeath onClose={onClose} />;
    case 'correct':
      return <CorrectStayForm stay={stay} onClose={onClose} />;
    case 'cancel':
    case 'undo-admission':
    case 'undo-end':
      return <UndoDialog deed={deed} stay={stay} onClose={onClose} />;
  }
}

function UndoDialog({
  deed,
  stay,
  onClose,
}: Omit<StayDeedProps, 'deed'> & { readonly deed: 'cancel' | 'undo-admission' | 'undo-end' }) {
  const { t } = useText();
  const client = useQueryClient();
  const title = deed === 'cancel' ? t('bed:deed.cancel') : t(`bed:deed.${undoName(stay)}`);
  const undo = async (reason: string): Promise<void> => {
    const input = { stayId: stay.id, version: stay.version, reason };
    const noEnd = t('bed:noEnd');
    if (deed === 'cancel') {
      savedStay((await execute(CANCEL_RESERVATION, { input })).cancelReservation, noEnd);
    } else if (deed === 'undo-admission') {
      savedStay((await execute(UNDO_ADMISSION, { input })).undoAdmission, noEnd);
    } else {
      savedStay((await execute(UNDO_END_OF_STAY, { input })).undoEndOfStay, noEnd);
    }
    await Promise.all(TOUCHED.map(async (queryKey) => client.invalidateQueries({ queryKey })));
  };
  return (
    <ConfirmReason
      open
      danger
      title={`${title}: ${stay.residentName} ${stay.bedName}`}
      okText={title}
      note={t(deed === 'cancel' ? 'bed:form.cancelNote' : 'bed:form.undoNote')}
      onConfirm={undo}
      onClose={onClose}
    />
  );
}

function ReopenBed({ bedId, onClose }: { readonly bedId: string; readonly onClose: () => void }) {
  const { t } = useText();
  const client = useQueryClient();
  return (
    <ConfirmReason
      open
      title={useBedTitle(t('bed:deed.reopen'), bedId)}
      okText={t('bed:deed.reopen')}
      onConfirm={async (reason) => {
        await execute(REOPEN_BED, { input: { bedId, reason } });
        await Promise.all(TOUCHED.map(async (queryKey) => client.invalidateQueries({ queryKey })));
      }}
      onClose={onClose}
    />
  );
}
