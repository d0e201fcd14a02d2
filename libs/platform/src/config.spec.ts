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

describe('a setting that is set to nothing', () => {
  it('is not set: neither every address of the machine nor the folder of the program', () => {
    const config = parseConfig({ DATABASE_URL, HOST: '', YIBU_DATA: '' });
    expect([config.host, config.dataDir.endsWith('.data')]).toEqual(['127.0.0.1', true]);
  });
});
