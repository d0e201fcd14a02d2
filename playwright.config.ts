import { defineConfig } from '@playwright/test';

/** Set by `npm test`: the freshly made product of this run and the browser to walk through it with. */
const { YIBU_URL, CHROME_PATH = '/usr/bin/chromium' } = process.env;
const BESIDE_MONEY = ['doors', 'pages'].map((name) => `**/${name}.pw.ts`);
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.pw.ts',
  outputDir: '.data/test/e2e',
  // Two lanes on one database. The money's journeys follow one another; the doors and the walk over all pages run
  // beside them, as people whom no journey of the other lane signs in as (a walk changes their language).
  workers: 2,
  fullyParallel: false,
  projects: [
    { name: 'money', testIgnore: BESIDE_MONEY, workers: 1 },
    { name: 'doors', testMatch: BESIDE_MONEY, workers: 1 },
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
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: CHROME_PATH,
      // Chromium's sandbox refuses to run as root.
      args: isRoot ? ['--no-sandbox'] : [],
    },
  },
});
