import { createContext, useContext, type ComponentType } from 'react';

import type { TextKey } from '../i18n/keys.js';
import type { Area } from './feature.js';
import { useCan } from './session.js';

interface RecordTab {
  readonly centerId: string;
}

/** The named places where one feature may show something inside another's page, with what it is given there. */
export interface SlotProps {
  'dashboard.cards': { readonly area: Area; readonly centerId: string | null };
  'resident.tabs': RecordTab & { readonly residentId: string };
  'resident.actions': RecordTab & { readonly residentId: string };
  'staff.tabs': RecordTab & { readonly staffId: string };
  'center.tabs': RecordTab;
  'claim.tabs': RecordTab & { readonly claimId: string };
  'month-board.panels': RecordTab & { readonly month: string };
}

export type SlotName = keyof SlotProps;

interface EntryOf<Name extends SlotName> {
  readonly slot: Name;
  readonly key: string;
  readonly order: number;
  readonly permission: string | null;
  /** The name of the tab; cards and actions name themselves. */
  readonly label?: TextKey;
  /** Only in this area (cards). */
  readonly area?: Area;
  readonly component: ComponentType<SlotProps[Name]>;
}

export type SlotEntry = { [Name in SlotName]: EntryOf<Name> }[SlotName];

export const SlotContext = createContext<readonly SlotEntry[]>([]);

/** What is registered for a slot and open to this person, in order. */
export function useSlot<Name extends SlotName>(
  name: Name,
  area?: Area,
): readonly Extract<SlotEntry, { slot: Name }>[] {
  const entries = useContext(SlotContext);
  const can = useCan();
  return entries
    .filter((entry): entry is Extract<SlotEntry, { slot: Name }> => entry.slot === name)
    .filter((entry) => can(entry.permission) && (!area || !entry.area || entry.area === area))
    .sort((a, b) => a.order - b.order);
}

interface SlotViewProps<Name extends SlotName> {
  readonly entry: Extract<SlotEntry, { slot: Name }>;
  readonly props: SlotProps[Name];
}

export function SlotView<Name extends SlotName>({ entry, props }: SlotViewProps<Name>) {
  const Component = entry.component as unknown as ComponentType<SlotProps[Name]>;
  return <Component {...(props as SlotProps[Name] & object)} />;
}
