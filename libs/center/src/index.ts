export { CenterModule } from './center.module.js';
export { AuthService } from './doors/auth.service.js';
export { UserEntity, UserRoleEntity, UserCenterEntity } from './doors/door.entities.js';
export { PasswordService } from './doors/password.service.js';
export { syncRoles } from './doors/role-sync.js';
export { ROLE_SEEDS } from './doors/roles.js';
export { DatabaseScopeSource } from './doors/scope.source.js';
export { UserService } from './doors/user.service.js';
export { CENTER_ENTITIES } from './entities.js';
export { licenceFacts } from './licences/licence.queries.js';
export {
  LICENCE_KINDS,
  licenceExpiry,
  licenceStateOn,
  speakingLicence,
  type DatedLicence,
  type LicenceKind,
  type LicenceState,
} from './licences/licence.rules.js';
export { LicenceService } from './licences/licence.service.js';
export { centerFacts, type CenterFacts } from './places/center.facts.js';
export { GradeService } from './places/grade.service.js';
export * from './places/place.entities.js';
export { Center, County } from './places/place.graphql.js';
export { findCenter, listCounties } from './places/place.queries.js';
export { PlaceService } from './places/place.service.js';
export { CenterProfile } from './profile/profile.graphql.js';
export { findProfile, ProfileService } from './profile/profile.service.js';
