import type { ComponentType, ReactNode } from 'react';

import type { TextKey } from '../i18n/keys.js';
import type { Session } from './session.js';
import type { SlotEntry } from './slots.js';

/** `center` → /c/:centerId/…, `bureau` → /bureau/…, `org` → /org/…, `me` → /me/… */
export type Area = 'center' | 'bureau' | 'org' | 'me';

/** The headings of the side menu, from top to bottom. */
export const MENU_GROUPS = ['today', 'people', 'care', 'money', 'settings'] as const;

export type MenuGroup = (typeof MENU_GROUPS)[number];

export interface MenuEntry {
  readonly label: TextKey;
  readonly icon: ReactNode;
  readonly group: MenuGroup;
  /** Place inside the group; tens leave room between neighbours. */
  readonly order: number;
  /** One of the (at most four) buttons at the foot of a phone screen. */
  readonly onPhoneBar?: boolean;
  /** Whoever holds one of these finds it on the phone before the others. */
  readonly phoneFirstFor?: readonly string[];
  /** Listed only for those whom it concerns. */
  readonly concerns?: (session: Session) => boolean;
}

export interface FeatureRoute {
  readonly area: Area;
  /** Below the area: `residents`, `residents/:residentId`, or the empty string for the start page. */
  readonly path: string;
  readonly element: ComponentType;
  /** Null: whoever is signed in. */
  readonly permission: string | null;
  readonly menu?: MenuEntry;
}

export interface SearchHit {
  readonly key: string;
  readonly title: string;
  readonly note?: string;
  readonly to: string;
}

/** Records the search box (⌘K) can find. */
export interface SearchSource {
  readonly key: string;
  readonly label: TextKey;
  readonly area: Area;
  readonly permission: string | null;
  readonly find: (text: string, centerId: string | null) => Promise<readonly SearchHit[]>;
}

export interface Feature {
  readonly name: string;
  readonly routes: readonly FeatureRoute[];
  readonly slots?: readonly SlotEntry[];
  readonly search?: readonly SearchSource[];
}

export const centerPath = (centerId: string, path = ''): string =>
  path === '' ? `/c/${centerId}` : `/c/${centerId}/${path}`;
