import { ApiError } from './api-error.js';
import { CLIENT_HEADERS, toApiError } from './execute.js';
import { reportError } from './session-events.js';

export interface UploadedFile {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

interface UploadOptions {
  readonly onProgress?: (percent: number) => void;
  readonly signal?: AbortSignal;
}

function readAnswer<Answer>(request: XMLHttpRequest): Answer {
  const response = new Response(request.responseText, { status: request.status });
  const requestId = request.getResponseHeader('x-request-id') ?? undefined;
  let body: unknown;
  try {
    body = JSON.parse(request.responseText);
  } catch {
    throw new ApiError('BAD_ANSWER', { requestId });
  }
  if (request.status >= 200 && request.status < 300) {
    return body as Answer;
  }
  throw toApiError({ extensions: body as Record<string, never> }, response);
}

/** The record a file hangs on; `kind` says what the paper is. */
export interface UploadTarget {
  readonly centerId: string;
  readonly entity: string;
  readonly entityId: string;
  readonly kind: string;
}

/** One file to `POST /files`, hung on a record. */
export const uploadFile = async (
  file: File,
  target: UploadTarget,
  options: UploadOptions = {},
): Promise<UploadedFile> =>
  await post(`/files?${new URLSearchParams({ ...target }).toString()}`, file, options);

/** A list of the county: read and tried, and the page of it opened. `isKnown`: the same file was there before. */
export const uploadRegistryList = async (
  file: File,
  kind: string,
): Promise<{ readonly id: string; readonly isKnown: boolean }> =>
  await post(`/files/registry?${new URLSearchParams({ kind }).toString()}`, file, {});

/** The paper of a county notice: it hangs on no center. */
export const uploadPolicyScan = async (file: File, countyCode: string): Promise<UploadedFile> =>
  await post(`/files/policy-scan?${new URLSearchParams({ countyCode }).toString()}`, file, {});

/** XMLHttpRequest, because fetch tells nothing about the progress of a request body. */
async function post<Answer>(address: string, file: File, options: UploadOptions): Promise<Answer> {
  const form = new FormData();
  form.append('file', file, file.name);
  try {
    return await new Promise<Answer>((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('POST', address);
      for (const [name, value] of Object.entries(CLIENT_HEADERS)) {
        request.setRequestHeader(name, value);
      }
      request.upload.addEventListener('progress', (event) => {
        options.onProgress?.(Math.round((100 * event.loaded) / Math.max(event.total, 1)));
      });
      request.addEventListener('error', () => reject(new ApiError('NETWORK')));
      request.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
      request.addEventListener('load', () => {
        try {
          resolve(readAnswer(request));
        } catch (error) {
          reject(error as Error);
        }
      });
      options.signal?.addEventListener('abort', () => request.abort());
      request.send(form);
    });
  } catch (error) {
    reportError(error);
    throw error;
  }
}
