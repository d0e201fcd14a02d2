// What a browser fetches before the sign-in page can be used, as gzipped JavaScript.
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { findOrFetchChromium } from '../chromium.mjs';
import { dist } from '../paths.mjs';

const MOST_BYTES = 350_000;

/** -> { bytes, files, isKept } */
export async function benchFirstLoad(url) {
  const browser = await chromium.launch({
    executablePath: await findOrFetchChromium(console.log),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage();
    const scripts = new Set();
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.endsWith('.js')) {
        scripts.add(pathname);
      }
    });
    await page.goto(url, { waitUntil: 'commit' });
    // What comes after this (the shell, fetched ahead while somebody types) delays nobody.
    await page.locator('input[type=password]').waitFor();
    const sizes = [...scripts].map((file) => {
      const packed = path.join(dist, 'admin', `${file}.gz`);
      // Too small to be worth packing.
      return fs.statSync(fs.existsSync(packed) ? packed : path.join(dist, 'admin', file)).size;
    });
    const bytes = sizes.reduce((a, b) => a + b, 0);
    return { bytes, files: scripts.size, isKept: bytes <= MOST_BYTES };
  } finally {
    await browser.close();
  }
}
