import { Global, Inject, Module } from '@nestjs/common';
import type { Clock } from '@yibu/kernel';
import {
  AttachmentRegistry,
  CLOCK,
  ExportRegistry,
  HistoryRegistry,
  ScopeSource,
  UnitOfWork,
  type NamesOf,
} from '@yibu/platform';

import { AuthResolver } from './doors/auth.resolver.js';
import { AuthService } from './doors/auth.service.js';
import { PasswordService } from './doors/password.service.js';
import { DatabaseScopeSource } from './doors/scope.source.js';
import { SessionInfoService } from './doors/session-info.service.js';
import { userExport } from './doors/user.export.js';
import { UserResolver } from './doors/user.resolver.js';
import { SignInAttempts } from './doors/sign-in-attempts.js';
import { UserService } from './doors/user.service.js';
import { LicenceResolver } from './licences/licence.resolver.js';
import { LicenceService } from './licences/licence.service.js';
import { centerExport } from './places/center.export.js';
import { GradeService } from './places/grade.service.js';
import { PlaceResolver } from './places/place.resolver.js';
import { PlaceService } from './places/place.service.js';
import { ProfileResolver } from './profile/profile.resolver.js';
import { ProfileService } from './profile/profile.service.js';

/** The operators of a public contract are named to everybody who may read it. */
const namesOfOrganizations: NamesOf = async (db, ids) =>
  await db.rows('SELECT id, name FROM organization WHERE id IN (?)', [ids]);

@Global()
@Module({
  providers: [
    { provide: ScopeSource, useClass: DatabaseScopeSource },
    PasswordService,
    AuthService,
    SignInAttempts,
    SessionInfoService,
    UserService,
    PlaceService,
    GradeService,
    LicenceService,
    ProfileService,
    AuthResolver,
    UserResolver,
    PlaceResolver,
    LicenceResolver,
    ProfileResolver,
  ],
  exports: [
    ScopeSource,
    PasswordService,
    AuthService,
    UserService,
    PlaceService,
    GradeService,
    LicenceService,
    ProfileService,
  ],
})
export class CenterModule {
  constructor(
    history: HistoryRegistry,
    attachments: AttachmentRegistry,
    exports: ExportRegistry,
    unitOfWork: UnitOfWork,
    users: UserService,
    @Inject(CLOCK) clock: Clock,
  ) {
    exports.register(userExport(users));
    exports.register(centerExport(unitOfWork, clock));
    history.register('center', 'center.read');
    history.register('centerGrade', 'center.read');
    history.register('centerLicence', 'center.read');
    history.register('centerProfile', 'center.read');
    history.register('contract', 'center.read');
    history.register('user', 'user.read');
    history.register('organization', 'center.read');
    history.nameField('organizationId', namesOfOrganizations);
    attachments.register('center', { read: 'center.read', write: 'grade.write', table: 'center' });
    attachments.register('centerGrade', {
      read: 'center.read',
      write: 'grade.write',
      table: 'center_grade',
    });
    attachments.register('centerLicence', {
      read: 'center.read',
      write: 'institution.write',
      table: 'center_licence',
    });
  }
}
