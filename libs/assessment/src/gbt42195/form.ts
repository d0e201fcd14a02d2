import type { ScaleDimension, ScaleItem } from '../scale.types.js';
import { MENTAL } from './mental.items.js';
import { MOBILITY } from './mobility.items.js';
import { SELF_CARE } from './self-care.items.js';
import { SOCIAL } from './social.items.js';

/** The document a result names; a later edition is another constant, never an edit of this one. */
export const GBT42195_EDITION = 'GB/T 42195-2022';

export const DIMENSIONS: readonly ScaleDimension[] = [SELF_CARE, MOBILITY, MENTAL, SOCIAL];

export const ITEMS: readonly ScaleItem[] = DIMENSIONS.flatMap((dimension) => dimension.items);

const BY_ID: ReadonlyMap<string, ScaleItem> = new Map(ITEMS.map((item) => [item.id, item]));

export const itemById = (id: string): ScaleItem | undefined => BY_ID.get(id);

export const maxPoints = (item: ScaleItem): number =>
  Math.max(...item.options.map((option) => option.points));

export const maxOfDimension = (dimension: ScaleDimension): number =>
  dimension.items.reduce((sum, item) => sum + maxPoints(item), 0);
