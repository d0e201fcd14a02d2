import {
  BoolColumn,
  IdColumn,
  IntColumn,
  MomentColumn,
  RefColumn,
  TextColumn,
  VersionNumberColumn,
  type Locale,
  type OrganizationKind,
  type Permission,
} from '@yibu/platform';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { CenterEntity, OrganizationEntity } from '../places/place.entities.js';

export const USER_STATUSES = ['INVITED', 'ACTIVE', 'DISABLED'] as const;
export type UserStatus = (typeof USER_STATUSES)[number];

@Entity('app_user')
@ForeignKey(() => OrganizationEntity, ['organizationId'], ['id'], {
  name: 'fk_app_user_organization',
})
@Index('ux_app_user_name', ['userName'], { unique: true })
@Index('ix_app_user_organization', ['organizationId', 'status'])
export class UserEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'organization_id' }) organizationId: string;
  @TextColumn(60, { name: 'user_name' }) userName: string;
  @TextColumn(60, { name: 'display_name' }) displayName: string;
  @TextColumn(40, { nullable: true }) phone: string | null;
  @TextColumn(200, { name: 'password_hash', nullable: true }) passwordHash: string | null;
  @BoolColumn({ name: 'must_change_password', default: 0 }) mustChangePassword: boolean;
  @TextColumn(10) status: UserStatus;
  @TextColumn(5, { default: 'zh-CN' }) locale: Locale;
  @BoolColumn({ name: 'is_demo', default: 0 }) isDemo: boolean;
  @IntColumn({ name: 'failed_attempts', default: 0 }) failedAttempts: number;
  @MomentColumn({ name: 'locked_until', nullable: true }) lockedUntil: Date | null;
  @MomentColumn({ name: 'last_sign_in_at', nullable: true }) lastSignInAt: Date | null;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
  @VersionNumberColumn() version: number;
}

/** A role is a row of permissions; code never asks for a role. */
@Entity('role')
@Index('ux_role_code', ['code'], { unique: true })
export class RoleEntity {
  @IdColumn() id: string;
  @TextColumn(10, { name: 'organization_kind' }) organizationKind: OrganizationKind;
  @TextColumn(40) code: string;
  @TextColumn(40) name: string;
  @TextColumn(60, { name: 'name_en' }) nameEn: string;
}

@Entity('role_permission')
@ForeignKey(() => RoleEntity, ['roleId'], ['id'], { name: 'fk_role_permission_role' })
export class RolePermissionEntity {
  @PrimaryColumn({ type: 'char', length: 26, name: 'role_id' }) roleId: string;
  @PrimaryColumn({ type: 'varchar', length: 40 }) permission: Permission;
}

@Entity('user_role')
@ForeignKey(() => UserEntity, ['userId'], ['id'], { name: 'fk_user_role_user' })
@ForeignKey(() => RoleEntity, ['roleId'], ['id'], { name: 'fk_user_role_role' })
export class UserRoleEntity {
  @PrimaryColumn({ type: 'char', length: 26, name: 'user_id' }) userId: string;
  @PrimaryColumn({ type: 'char', length: 26, name: 'role_id' }) roleId: string;
}

/** Assignment to centers; a user without one reaches every center of the organization. */
@Entity('user_center')
@ForeignKey(() => UserEntity, ['userId'], ['id'], { name: 'fk_user_center_user' })
@ForeignKey(() => CenterEntity, ['centerId'], ['id'], { name: 'fk_user_center_center' })
export class UserCenterEntity {
  @PrimaryColumn({ type: 'char', length: 26, name: 'user_id' }) userId: string;
  @PrimaryColumn({ type: 'char', length: 26, name: 'center_id' }) centerId: string;
}

/** The server's memory of a signed-in browser. Only the digest of the cookie is kept. */
@Entity('session')
@ForeignKey(() => UserEntity, ['userId'], ['id'], { name: 'fk_session_user' })
@Index('ux_session_token', ['tokenHash'], { unique: true })
@Index('ix_session_user', ['userId'])
export class SessionEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'user_id' }) userId: string;
  @Column({ type: 'char', length: 64, name: 'token_hash' }) tokenHash: string;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
  @MomentColumn({ name: 'last_seen_at' }) lastSeenAt: Date;
  @MomentColumn({ name: 'expires_at' }) expiresAt: Date;
  /** When the password was given once more; a sign-in alone does not count. */
  @MomentColumn({ name: 'confirmed_at', nullable: true }) confirmedAt: Date | null;
}

/** One-time link for a first or a forgotten password. */
@Entity('invitation')
@ForeignKey(() => UserEntity, ['userId'], ['id'], { name: 'fk_invitation_user' })
@Index('ux_invitation_token', ['tokenHash'], { unique: true })
export class InvitationEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'user_id' }) userId: string;
  @Column({ type: 'char', length: 64, name: 'token_hash' }) tokenHash: string;
  @MomentColumn({ name: 'expires_at' }) expiresAt: Date;
  @MomentColumn({ name: 'used_at', nullable: true }) usedAt: Date | null;
}
