import {
  InvitationEntity,
  RoleEntity,
  RolePermissionEntity,
  SessionEntity,
  UserCenterEntity,
  UserEntity,
  UserRoleEntity,
} from './doors/door.entities.js';
import {
  BankAccountEntity,
  CenterEntity,
  CenterGradeEntity,
  CountyEntity,
  OperatingContractEntity,
  OrganizationEntity,
} from './places/place.entities.js';

export const CENTER_ENTITIES = [
  CountyEntity,
  OrganizationEntity,
  CenterEntity,
  OperatingContractEntity,
  CenterGradeEntity,
  BankAccountEntity,
  UserEntity,
  RoleEntity,
  RolePermissionEntity,
  UserRoleEntity,
  UserCenterEntity,
  SessionEntity,
  InvitationEntity,
];
