import { ConfigError, parseConfig } from './config.js';

const DATABASE_URL = 'mysql://yibu:secret@localhost/yibu';
const urlOf = (text?: string): string | null =>
  parseConfig({ DATABASE_URL, ...(text === undefined ? {} : { PUBLIC_URL: text }) }).publicUrl;

describe('where people reach the product', () => {
  it('is what the operator of the machine says, and nothing when nobody said it', () => {
    expect([urlOf(), urlOf(''), urlOf('https://yibu.example/'), urlOf('http://a/b')]).toEqual([
      null,
      null,
      'https://yibu.example',
      'http://a/b',
    ]);
  });

  it.each(['yibu.example', 'ftp://yibu.example', 'https://yibu.example/?a=1'])(
    'is no address of pages when it is %s',
    (text) => {
      expect(() => urlOf(text)).toThrow(ConfigError);
    },
  );
});
