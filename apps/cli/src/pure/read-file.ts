import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  parsePack,
  RefusedInput,
  SHIPPED_PACKS,
  shippedPackUrl,
  type Pack,
  type ProblemCode,
} from '@yibu/claim-engine';
import { parse as parseYaml, YAMLParseError } from 'yaml';

function refuse(code: ProblemCode, file: string, params: Record<string, string> = {}): never {
  throw new RefusedInput([{ path: path.basename(file), code, params }]);
}

const nameOf = (file: string | URL): string => (typeof file === 'string' ? file : file.pathname);

export function readBytes(file: string | URL): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    return refuse('FILE_UNREADABLE', nameOf(file), {
      reason: (error as NodeJS.ErrnoException).code ?? 'ERROR',
    });
  }
}

function textOf(file: string | URL): string {
  const name = nameOf(file);
  const bytes = readBytes(file);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return refuse('BYTE_ORDER_MARK', name);
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return refuse('BYTE_ORDER_MARK', name);
  }
  if (bytes.includes(0)) {
    return refuse('NOT_JSON', name, { reason: 'BINARY' });
  }
  const text = bytes.toString('utf8');
  return text.trim() === '' ? refuse('EMPTY_FILE', name) : text;
}

/** A text that ends inside a string, an array or an object was cut off; anything else is simply no JSON. */
function isCutOff(text: string): boolean {
  const open: string[] = [];
  let isInString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (isInString) {
      index += character === '\\' ? 1 : 0;
      isInString = character !== '"';
    } else if (character === '"') {
      isInString = true;
    } else if (character === '{' || character === '[') {
      open.push(character);
    } else if (character === '}' || character === ']') {
      open.pop();
    }
  }
  return isInString || open.length > 0;
}

export function readJson(file: string | URL): unknown {
  const text = textOf(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    const name = nameOf(file);
    const looksLikeJson = /^\s*[[{]/.test(text);
    return looksLikeJson && isCutOff(text)
      ? refuse('TRUNCATED', name)
      : refuse('NOT_JSON', name, { reason: (error as Error).message });
  }
}

function readYaml(file: string): unknown {
  const text = textOf(file);
  try {
    return parseYaml(text);
  } catch (error) {
    const reason =
      error instanceof YAMLParseError ? (error.message.split('\n')[0] ?? '') : String(error);
    return refuse('NOT_YAML', file, { reason });
  }
}

export const isShipped = (name: string): boolean =>
  (SHIPPED_PACKS as readonly string[]).includes(name);

/** The JSON of a pack: of one that comes with the product, by id, or of a file, JSON or YAML. */
export function readPackJson(name: string): unknown {
  if (isShipped(name)) {
    return readJson(shippedPackUrl(name));
  }
  return /\.ya?ml$/i.test(name) ? readYaml(name) : readJson(name);
}

export const readPack = (name: string): Pack => parsePack(readPackJson(name));
