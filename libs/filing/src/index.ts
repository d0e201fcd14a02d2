export * from './canonical.js';
export * from './context.js';
export * from './document.js';
export * from './filing.js';
