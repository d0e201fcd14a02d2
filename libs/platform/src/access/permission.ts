import { SetMetadata } from '@nestjs/common';

/** Everything a role may hold. Code asks for one of these, never for a role. */
export const PERMISSIONS = [
  'center.read',
  'center.manage',
  'organization.manage',
  'contract.manage',
  'grade.write',
  'institution.write',
  'sheet.read',
  'sheet.file',
  'account.write',
  'user.read',
  'user.manage',
  'audit.read',
  'bed.read',
  'bed.write',
  'stay.read',
  'stay.write',
  'resident.read',
  'resident.write',
  'resident.reveal',
  'roster.import',
  'assessment.read',
  'assessment.write',
  'level.accept',
  'staff.read',
  'staff.write',
  'service.read',
  'service.write',
  'meal.read',
  'meal.write',
  'claim.read',
  'claim.prepare',
  'claim.submit',
  'opening.write',
  'filing.read',
  'review.read',
  'review.write',
  'review.decide',
  'payment.write',
  'payment.confirm',
  'claim.message',
  'pack.read',
  'pack.manage',
  'pack.confirm',
  'registry.read',
  'registry.import',
  'callback.read',
  'callback.call',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const ACCESS = 'yibu:access';
export type Access = Permission | 'public' | 'signed-in';

/** Every query, mutation and route carries exactly one of these; the process refuses to boot otherwise. */
export const Allow = (access: Access): MethodDecorator & ClassDecorator =>
  SetMetadata(ACCESS, access);

export const REACHES_FORMER = 'yibu:reaches-former';

/** May be asked about a center that the operator ran once; the operation itself looks at the months. */
export const ReachesFormer = (): MethodDecorator => SetMetadata(REACHES_FORMER, true);

export const NEEDS_PASSWORD = 'yibu:needs-password';

/** What binds a center or moves money is asked of the person, not of an open screen: the password, minutes ago. */
export const NeedsPassword = (): MethodDecorator => SetMetadata(NEEDS_PASSWORD, true);
