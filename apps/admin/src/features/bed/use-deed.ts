import { useUrlValue } from '../../shared/use-url-value.js';

/** What can be done; each opens its form beside the page. */
export const DEEDS = [
  'admit',
  'admit-bed',
  'admit-stay',
  'admit-resident',
  'reserve',
  'reserve-bed',
  'reserve-resident',
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
  'record',
  'record-resident',
  'repair',
  'end-repair',
  'close',
  'reopen',
] as const;
export type Deed = (typeof DEEDS)[number];

export interface OpenDeed {
  readonly deed: Deed;
  /** A stay, a bed or a person: what the deed is about. */
  readonly id: string;
  /** Where to: the bed of a transfer, the other stay of a swap. */
  readonly to: string | null;
}

/** `?do=transfer.01J…`, `?do=swap.01J….01J…`: an open form survives a reload, and any page may link to it. */
export type OpenDeedForm = (deed: Deed, id?: string, to?: string) => void;

export function useDeed(): [OpenDeed | null, OpenDeedForm, () => void] {
  const [text, setText] = useUrlValue('do');
  const [name, id = '', to = null] = text?.split('.') ?? [];
  const deed = DEEDS.find((known) => known === name);
  return [
    deed === undefined ? null : { deed, id, to },
    (...parts) => setText(parts.filter((part) => part !== undefined).join('.')),
    () => setText(null),
  ];
}
