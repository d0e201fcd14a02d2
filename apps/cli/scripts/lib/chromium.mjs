// A browser for the journeys: the machine's, or Debian's headless one unpacked into a folder of ours.
import fs from 'node:fs';
import path from 'node:path';
import { hasApt, libraryPath, unpackPackages } from './debian.mjs';
import { toolsDir } from './paths.mjs';
import { Refusal } from './progress.mjs';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const HINT =
  'The browser journeys need Chromium: install it (Debian: apt-get install chromium) or name it with CHROME_PATH.';

/** Named one by one: what is named is unpacked even where a part of it happens to be installed. */
const PACKAGES = ['chromium-headless-shell', 'chromium-common', 'fonts-wqy-microhei'];

const folder = () => path.join(toolsDir(), 'chromium');
const launcher = () => path.join(folder(), 'chromium.sh');

/** The packages expect to lie in /usr; a launcher tells the browser where its libraries and fonts really are. */
function writeLauncher() {
  const root = path.join(folder(), 'root');
  const fonts = path.join(folder(), 'fonts.conf');
  fs.writeFileSync(
    fonts,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${root}/usr/share/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder()}/font-cache</cachedir>
</fontconfig>
`,
  );
  const quoted = (text) => `'${text.replaceAll("'", `'\\''`)}'`;
  // Without its set-uid helper, which only root could install, the browser has no sandbox of its own.
  fs.writeFileSync(
    launcher(),
    `#!/bin/sh
export LD_LIBRARY_PATH=${quoted(libraryPath(root))}
export FONTCONFIG_FILE=${quoted(fonts)}
exec ${quoted(`${root}/usr/lib/chromium/chromium-headless-shell`)} --no-sandbox "$@"
`,
    { mode: 0o755 },
  );
}

/** -> the path of a Chromium that can be started, fetched when there is none. */
export async function findOrFetchChromium(log) {
  const installed = [process.env.CHROME_PATH, ...INSTALLED].find(
    (file) => file !== undefined && fs.existsSync(file),
  );
  if (installed !== undefined) {
    return installed;
  }
  if (!fs.existsSync(path.join(folder(), 'root/usr/lib/chromium/chromium-headless-shell'))) {
    if (!hasApt()) {
      throw new Refusal(HINT);
    }
    log('no Chromium on this machine: unpacking the one of the Debian packages (about 165 MB)');
    fs.rmSync(folder(), { recursive: true, force: true });
    try {
      await unpackPackages(PACKAGES, folder());
    } catch (error) {
      throw new Refusal(`${HINT}\n${error.message}`, { cause: error });
    }
  }
  writeLauncher();
  return launcher();
}
