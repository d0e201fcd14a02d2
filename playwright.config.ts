import { defineConfig } from '@playwright/test';

/** Set by `npm test`: the freshly made product of this run and the browser to walk through it with. */
const { YIBU_URL, CHROME_PATH = '/usr/bin/chromium' } = process.env;
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.pw.ts',
  outputDir: '.data/test/e2e',
  workers: 2,
  fullyParallel: false,
  projects: [
    // Two journeys at a time, each in a center or a county of its own or with records that no other touches.
    { name: 'journeys', testIgnore: '**/pages.pw.ts' },
    // Then every page is read, two people at a time: nothing is written any more.
    {
      name: 'walks',
      testMatch: '**/pages.pw.ts',
      fullyParallel: true,
      dependencies: ['journeys'],
    },
  ],
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json']],
  use: {
    ...(YIBU_URL === undefined ? {} : { baseURL: YIBU_URL }),
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    // A film of every step takes as long again as half the steps: `npm test -- e2e <journey> --trace on` makes one.
    trace: 'off',
    launchOptions: {
      executablePath: CHROME_PATH,
      // Chromium's sandbox refuses to run as root.
      args: isRoot ? ['--no-sandbox'] : [],
    },
  },
});
