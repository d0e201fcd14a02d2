import { AppError, type YearMonth } from '@yibu/kernel';

import type { Permission } from './permission.js';

export type OrganizationKind = 'OPERATOR' | 'BUREAU' | 'PLATFORM';
export type Locale = 'zh-CN' | 'en';

/** Who is asking, within which reach, and what they may do. Built once per request, never changed. */
export interface Scope {
  readonly userId: string;
  /** As the audit trail shows it. */
  readonly userName: string;
  readonly organizationId: string;
  readonly organizationKind: OrganizationKind;
  /** A bureau's own county; the counties of its centers for an operator. */
  readonly countyCodes: readonly string[];
  /** Centers whose contract is in force and which the user is assigned to; a bureau: those of its county. */
  readonly centerIds: readonly string[];
  /**
   * Centers that an operator ran and runs no more, with the months it answers for. They open its claims of those months
   * (see the lib `claim`) and nothing else: no statement over `centerIds` sees them.
   */
  readonly formerCenters?: readonly FormerCenter[];
  readonly permissions: ReadonlySet<Permission>;
  readonly locale: Locale;
  readonly requestId: string;
}

/** Whoever runs a center on the last day of a month answers for the month. */
export interface FormerCenter {
  readonly centerId: string;
  readonly firstMonth: YearMonth;
  readonly lastMonth: YearMonth;
}

export function requirePermission(scope: Scope, permission: Permission): void {
  if (!scope.permissions.has(permission)) {
    throw new AppError('FORBIDDEN', `User ${scope.userId} lacks ${permission}`, { permission });
  }
}

/** The same person with one center in reach: for work on one center, whose statements then name no other. */
export function withinCenter(scope: Scope, centerId: string): Scope {
  if (!scope.centerIds.includes(centerId)) {
    throw new AppError('NOT_FOUND', `No center ${centerId} within the caller's reach`, {
      entity: 'center',
      id: centerId,
    });
  }
  return Object.freeze({ ...scope, centerIds: [centerId] });
}

/** Builds the scope of a user outside a request: a job runs with the rights its author has when it runs. */
export abstract class ScopeSource {
  abstract forUser(userId: string, requestId: string): Promise<Scope | null>;
  /** `isBackground`: a poll nobody asked for; it does not keep a session alive that nobody uses. */
  abstract forSession(
    token: string,
    requestId: string,
    isBackground?: boolean,
  ): Promise<SessionScope | null>;
}

export interface SessionScope {
  readonly scope: Scope;
  readonly sessionId: string;
  readonly mustChangePassword: boolean;
  /** The password was given once more, a few minutes ago. */
  readonly isConfirmed: boolean;
}
