import type { Feature } from '../../shared/feature.js';

export const doorsFeature: Feature = { name: 'doors', routes: [] };
