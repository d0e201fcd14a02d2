/**
 * Statements on a center's tables that name no center, each with the reason why that is right. A new one is a door:
 * it is read before it is added.
 */
export const REVIEWED: readonly (readonly [start: RegExp, reason: string])[] = [
  [
    /^SELECT id, kind, user_id AS userId, payload, attempts FROM job .* FOR UPDATE SKIP LOCKED$/,
    'the worker takes the next job, of any center',
  ],
  [
    /^(UPDATE|SELECT id FROM) job .*\bWHERE id = \?( AND lease_token = \?| AND status IN \('QUEUED', 'RUNNING'\))?( AND status = 'RUNNING')?$/,
    'the worker holds the lease of this one job, or asks whether one it knows still runs',
  ],
  [
    / FROM job WHERE (id = \? AND )?user_id = \?( AND is_part = 0)?( ORDER BY .*)?$/,
    'a person sees the own work',
  ],
  [/^UPDATE job .*WHERE id = \? AND user_id = \? AND/, 'a person stops the own work'],
  [
    /^SELECT seq, hash, at FROM audit_event WHERE chain_key = \? ORDER BY seq DESC LIMIT 1$/,
    'the head of one chain, to go on from; the chain is of one center',
  ],
  [
    /^SELECT u\.id AS userId, .* FROM (app_user u|session s) .*\bu\.status = 'ACTIVE'$/,
    'the reach itself is read from the contracts',
  ],
  [
    /^SELECT o\.id, o\.kind, o\.name, .* FROM organization o WHERE o\.name LIKE \? AND \(\? OR o\.id = \?\)/,
    'how many contracts an organization has: for the platform, or for the own organization',
  ],
];

/** Says who works where. Its statements ask for a person, and answer what the reach is. */
export const NOT_OF_CENTERS: ReadonlySet<string> = new Set(['user_center']);
