export * from './app-error.js';
export * from './assert.js';
export * from './calendar.js';
export * from './error-codes.js';
export * from './fen.js';
export * from './id-number.js';
export * from './phone.js';
