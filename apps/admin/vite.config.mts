import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const OUT = here('../../dist/admin');
const TEXT = /\.(js|css|html|svg|json)$/;
/** Below this, a compressed answer saves no packet. */
const SMALLEST_WORTH_COMPRESSING = 1024;

/** Compressed once at build, so that the server only picks a file: it costs nothing per request. */
function precompress(): Plugin {
  return {
    name: 'yibu-precompress',
    apply: 'build',
    closeBundle() {
      for (const entry of readdirSync(OUT, { recursive: true, withFileTypes: true })) {
        const path = `${entry.parentPath}/${entry.name}`;
        if (!entry.isFile() || !TEXT.test(entry.name)) {
          continue;
        }
        const source = readFileSync(path);
        if (source.length < SMALLEST_WORTH_COMPRESSING) {
          continue;
        }
        const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
        writeFileSync(`${path}.br`, brotliCompressSync(source, { params }));
        writeFileSync(`${path}.gz`, gzipSync(source, { level: 9 }));
      }
    },
  };
}

/** The icons of the component library are drawn by ours, which is silent or speaks the reader's language. */
function ownIcons(): Plugin {
  const own = here('src/shared/icon.tsx');
  return {
    name: 'yibu-own-icons',
    enforce: 'pre',
    resolveId: (source, importer) =>
      /[\\/]AntdIcon(Light)?$/.test(source) && importer !== own ? own : null,
  };
}

/** The arrows beside a number name themselves in English; by keyboard the arrow keys do the same. */
function silentSteps(): Plugin {
  const label = `"aria-label": isUpAction ? 'Increase Value' : 'Decrease Value'`;
  return {
    name: 'yibu-silent-steps',
    transform(code, id) {
      if (!/input-number[\\/]es[\\/]StepHandler\.js$/.test(id)) {
        return null;
      }
      if (!code.includes(label)) {
        throw new Error('The arrows of number fields are written differently now');
      }
      return { code: code.replace(label, '"aria-hidden": true'), map: null };
    },
  };
}

export default defineConfig({
  root: here('.'),
  base: '/',
  cacheDir: here('../../.data/vite'),
  plugins: [ownIcons(), silentSteps(), react(), precompress()],
  resolve: { alias: { '@yibu/kernel': here('../../libs/kernel/src/index.ts') } },
  build: {
    outDir: OUT,
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|react-router|scheduler|@tanstack|i18next)[\\/]/,
            },
            { name: 'echarts', test: /node_modules[\\/](echarts|zrender)[\\/]/ },
          ],
        },
      },
    },
  },
  server: {
    proxy: Object.fromEntries(
      ['/graphql', '/files', '/export', '/healthz'].map((path) => [path, 'http://127.0.0.1:3000']),
    ),
  },
});
