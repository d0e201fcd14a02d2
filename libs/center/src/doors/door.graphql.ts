import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { YearMonth } from '@yibu/kernel';
import { InstantScalar, YearMonthScalar, type Locale, type OrganizationKind } from '@yibu/platform';
import {
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';

import { USER_STATUSES, type UserStatus } from './door.entities.js';

export const OrganizationKindEnum = {
  OPERATOR: 'OPERATOR',
  BUREAU: 'BUREAU',
  PLATFORM: 'PLATFORM',
};
registerEnumType(OrganizationKindEnum, { name: 'OrganizationKind' });
export const UserStatusEnum = Object.fromEntries(USER_STATUSES.map((status) => [status, status]));
registerEnumType(UserStatusEnum, { name: 'UserStatus' });

@ObjectType({ description: 'A center within the reach of the signed-in user.' })
export class CenterRef {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String) code: string;
  @Field(() => String) countyCode: string;
  @Field(() => String) countyName: string;
}

@ObjectType({
  description: 'A center that the operator ran: it answers for these months, and no others.',
})
export class FormerCenterRef {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => YearMonthScalar) firstMonth: YearMonth;
  @Field(() => YearMonthScalar) lastMonth: YearMonth;
}

@ObjectType()
export class CountyRef {
  @Field(() => String) code: string;
  @Field(() => String) name: string;
  @Field(() => String) nameEn: string;
}

@ObjectType({ description: 'Who is signed in, where, and what they may do.' })
export class SessionInfo {
  @Field(() => ID) userId: string;
  @Field(() => String) userName: string;
  @Field(() => String) displayName: string;
  @Field(() => ID) organizationId: string;
  @Field(() => String) organizationName: string;
  @Field(() => OrganizationKindEnum) organizationKind: OrganizationKind;
  @Field(() => [String]) permissions: string[];
  @Field(() => [String]) roleNames: string[];
  @Field(() => [CenterRef]) centers: CenterRef[];
  @Field(() => [FormerCenterRef]) formerCenters: FormerCenterRef[];
  @Field(() => [CountyRef]) counties: CountyRef[];
  @Field(() => Boolean) mustChangePassword: boolean;
  @Field(() => Boolean) isDemo: boolean;
  @Field(() => Int, { description: 'Signed out after this many minutes without a request' })
  idleMinutes: number;
  @Field(() => String) locale: Locale;
}

@ObjectType()
export class User {
  @Field(() => ID) id: string;
  @Field(() => String) userName: string;
  @Field(() => String) displayName: string;
  @Field(() => String, { nullable: true }) phone: string | null;
  @Field(() => UserStatusEnum) status: UserStatus;
  @Field(() => ID) organizationId: string;
  @Field(() => String) organizationName: string;
  @Field(() => [String]) roleCodes: string[];
  @Field(() => [ID], { description: 'Empty: every center of the organization' })
  centerIds: string[];
  @Field(() => Boolean) isDemo: boolean;
  @Field(() => InstantScalar, { nullable: true }) lastSignInAt: Date | null;
  @Field(() => InstantScalar, { nullable: true }) lockedUntil: Date | null;
  @Field(() => InstantScalar) createdAt: Date;
  @Field(() => Int) version: number;
}

@ObjectType()
export class UserPage {
  @Field(() => [User]) items: User[];
  @Field(() => Int) total: number;
}

@ObjectType()
export class Role {
  @Field(() => ID) id: string;
  @Field(() => OrganizationKindEnum) organizationKind: OrganizationKind;
  @Field(() => String) code: string;
  @Field(() => String) name: string;
  @Field(() => String) nameEn: string;
  @Field(() => [String]) permissions: string[];
}

@ObjectType({ description: 'A one-time link; shown once, kept only as a digest.' })
export class InvitationLink {
  @Field(() => ID) userId: string;
  @Field(() => String) token: string;
  @Field(() => InstantScalar) expiresAt: Date;
}

@InputType()
export class SignInInput {
  @Field(() => String) @IsNotEmpty() @MaxLength(60) userName: string;
  @Field(() => String) @IsNotEmpty() @MaxLength(200) password: string;
}

@InputType()
export class ChangePasswordInput {
  @Field(() => String) @IsNotEmpty() @MaxLength(200) currentPassword: string;
  @Field(() => String) @IsNotEmpty() @MaxLength(200) newPassword: string;
}

@InputType()
export class ConfirmPasswordInput {
  @Field(() => String) @IsNotEmpty() @MaxLength(200) password: string;
}

@InputType()
export class AcceptInvitationInput {
  @Field(() => String) @IsNotEmpty() @MaxLength(100) token: string;
  @Field(() => String) @IsNotEmpty() @MaxLength(200) password: string;
}

@InputType()
export class SetLocaleInput {
  @Field(() => String) @IsIn(['zh-CN', 'en']) locale: Locale;
}

const USER_NAME = /^[a-z0-9][a-z0-9._-]{2,39}$/;

@InputType()
export class InviteUserInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The platform administrator names it; others invite into their own.',
  })
  @IsOptional()
  @IsString()
  organizationId?: string;
  @Field(() => String, { description: '3–40 of a–z, 0–9, dot, hyphen, underscore' })
  @Matches(USER_NAME)
  userName: string;
  @Field(() => String) @IsNotEmpty() @MaxLength(60) displayName: string;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(40) phone?: string;
  @Field(() => [String]) @IsArray() @IsNotEmpty({ each: true }) roleCodes: string[];
  @Field(() => [ID], { defaultValue: [] }) @IsArray() centerIds: string[];
}

@InputType()
export class UpdateUserInput {
  @Field(() => ID) @IsString() id: string;
  @Field(() => Int) @IsInt() version: number;
  @Field(() => String) @IsNotEmpty() @MaxLength(60) displayName: string;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(40) phone?: string;
  @Field(() => [String]) @IsArray() @IsNotEmpty({ each: true }) roleCodes: string[];
  @Field(() => [ID]) @IsArray() centerIds: string[];
}

@InputType()
export class UserReasonInput {
  @Field(() => ID) @IsString() id: string;
  @Field(() => String) @IsNotEmpty() @MaxLength(500) reason: string;
}
