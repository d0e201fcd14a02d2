import { ApiError } from './api-error.js';
import { CLIENT_HEADERS, toApiError } from './execute.js';
import { reportError } from './session-events.js';

const KEEP_MS = 60_000;

/** `attachment; filename*=UTF-8''%E7%94%A8%E6%88%B7.xlsx` → 用户.xlsx */
function fileName(header: string | null): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(header ?? '')?.[1];
  return encoded === undefined ? '' : decodeURIComponent(encoded);
}

async function get(href: string): Promise<Response> {
  try {
    return await fetch(href, { credentials: 'same-origin', headers: CLIENT_HEADERS });
  } catch {
    throw new ApiError('NETWORK');
  }
}

async function refusalOf(response: Response): Promise<ApiError> {
  const text = await response.text();
  try {
    return toApiError({ extensions: JSON.parse(text) as Record<string, never> }, response);
  } catch {
    return new ApiError(response.status === 503 ? 'OVERLOADED' : 'BAD_ANSWER');
  }
}

/** Saves a file of the server. A plain link would save a refusal as if it were the file. */
export async function downloadFile(href: string): Promise<void> {
  const response = await get(href);
  if (!response.ok) {
    const error = await refusalOf(response);
    reportError(error);
    throw error;
  }
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName(response.headers.get('content-disposition'));
  link.click();
  // The browser reads the bytes after the click; a minute is more than it needs.
  window.setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}
