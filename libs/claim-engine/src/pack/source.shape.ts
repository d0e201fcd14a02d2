import { object, text, type Shape } from '../base/shape.js';

export const sourceShape: Shape = object({ document: text, clause: text }, { closed: true });
