import {
  InvitationEntity,
  RoleEntity,
  RolePermissionEntity,
  SessionEntity,
  UserCenterEntity,
  UserEntity,
  UserRoleEntity,
} from './doors/door.entities.js';
import { CenterLicenceEntity } from './licences/licence.entity.js';
import {
  BankAccountEntity,
  CenterEntity,
  CenterGradeEntity,
  CountyEntity,
  OperatingContractEntity,
  OrganizationEntity,
} from './places/place.entities.js';
import { CenterProfileEntity } from './profile/profile.entity.js';

export const CENTER_ENTITIES = [
  CountyEntity,
  OrganizationEntity,
  CenterEntity,
  OperatingContractEntity,
  CenterGradeEntity,
  CenterLicenceEntity,
  CenterProfileEntity,
  BankAccountEntity,
  UserEntity,
  RoleEntity,
  RolePermissionEntity,
  UserRoleEntity,
  UserCenterEntity,
  SessionEntity,
  InvitationEntity,
];
