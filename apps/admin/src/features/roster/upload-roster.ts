import { ApiError } from '../../api/api-error.js';
import { CLIENT_HEADERS, toApiError } from '../../api/execute.js';
import { reportError } from '../../api/session-events.js';
import type { RosterKind } from '../../gql/graphql.js';

/** Sends a list; the answer names the import to go on with. */
export async function uploadRoster(
  file: File,
  target: { readonly centerId: string; readonly kind: RosterKind },
): Promise<string> {
  const form = new FormData();
  form.append('file', file, file.name);
  try {
    const response = await fetch(`/files/roster?${new URLSearchParams({ ...target }).toString()}`, {
      method: 'POST',
      headers: CLIENT_HEADERS,
      body: form,
    }).catch(() => {
      throw new ApiError('NETWORK');
    });
    const body = (await response.json().catch(() => null)) as Record<string, never> | null;
    if (body === null) {
      throw new ApiError('BAD_ANSWER');
    }
    if (!response.ok) {
      throw toApiError({ extensions: body }, response);
    }
    return String(body['id']);
  } catch (error) {
    reportError(error);
    throw error;
  }
}
