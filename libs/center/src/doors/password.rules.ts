/**
 * Length and guessability, not composition (NIST SP 800-63B, OWASP ASVS 5 6.2): at least eight characters, at most
 * 128, none of the passwords that everyone tries, nothing made of the user's own name.
 */
export const PASSWORD_MIN = 8;
export const PASSWORD_MAX = 128;
export const MAX_FAILURES = 5;
export const LOCK_MINUTES = 15;

const COMMON = [
  '12345678',
  '123456789',
  '1234567890',
  '11111111',
  '88888888',
  '66666666',
  '00000000',
  '87654321',
  'password',
  'password1',
  'passw0rd',
  'qwertyui',
  'qwerty123',
  'asdfghjk',
  'abc12345',
  'abcd1234',
  'a1234567',
  'aa123456',
  'admin123',
  'admin888',
  'administrator',
  'iloveyou',
  'woaini520',
  'woaini1314',
  '5201314520',
  'yibu1234',
  'yibu2022',
  'yanglao123',
  '1qaz2wsx',
  '1q2w3e4r',
  'zaq12wsx',
];

export type PasswordProblem = 'TOO_SHORT' | 'TOO_LONG' | 'COMMON' | 'CONTAINS_NAME';

export function passwordProblem(password: string, userName: string): PasswordProblem | null {
  const lower = password.toLowerCase();
  if ([...password].length < PASSWORD_MIN) {
    return 'TOO_SHORT';
  }
  if (password.length > PASSWORD_MAX) {
    return 'TOO_LONG';
  }
  if (COMMON.includes(lower) || new Set(lower).size <= 2) {
    return 'COMMON';
  }
  return userName.length >= 3 && lower.includes(userName.toLowerCase()) ? 'CONTAINS_NAME' : null;
}

export interface LockState {
  readonly failedAttempts: number;
  readonly lockedUntil: Date | null;
}

export const isLocked = (state: LockState, now: Date): boolean =>
  state.lockedUntil !== null && state.lockedUntil > now;

/** The fifth failure locks; a lock that has run out starts counting anew. */
export function afterFailure(state: LockState, now: Date): LockState {
  const hasExpired = state.lockedUntil !== null && state.lockedUntil <= now;
  const failedAttempts = (hasExpired ? 0 : state.failedAttempts) + 1;
  const locks = failedAttempts >= MAX_FAILURES;
  return {
    failedAttempts,
    lockedUntil: locks ? new Date(now.getTime() + LOCK_MINUTES * 60_000) : null,
  };
}

/** Signed out after this long without a request. */
export const IDLE_MINUTES = 30;
/** …and in any case after this long. */
export const SESSION_HOURS = 12;
/** How long a password given once more opens the steps that bind or pay. */
export const CONFIRMATION_MINUTES = 5;
export const INVITATION_DAYS = 7;
