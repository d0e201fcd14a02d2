// Where things are. Node built-ins only: `npm start` reads this before anything is installed.
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../../../..');
export const dist = path.join(root, 'dist');
export const inRoot = (...parts) => path.join(root, ...parts);

/** A file of an installed package, such as the script behind its command. */
export const packageFile = (name) => path.join(root, 'node_modules', name);

/** Database, uploaded files and keys live here, so that one folder is all there is to back up. Empty is not the root. */
export const dataDir = () => path.resolve(root, process.env.YIBU_DATA || '.data');

/** What a machine can fetch again (unpacked server and browser packages) is not data: it survives `--fresh`. */
export const toolsDir = () => path.join(root, '.data', 'tools');
