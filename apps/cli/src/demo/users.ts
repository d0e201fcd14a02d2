import type { DemoCenters, DemoOrganizations } from './places.js';

export const DEMO_PASSWORD = 'yibu-demo-2026';

interface DemoUser {
  readonly userName: string;
  readonly displayName: string;
  readonly role: string;
  readonly roleName: string;
  readonly organization: keyof DemoOrganizations;
  readonly center?: keyof DemoCenters;
}

/** Printed by the start page with their roles; all have DEMO_PASSWORD. */
export const DEMO_USERS: readonly DemoUser[] = [
  {
    userName: 'manager',
    displayName: '梁主任',
    role: 'CENTER_MANAGER',
    roleName: '中心主任 Center manager',
    organization: 'yihe',
    center: 'fengcheng',
  },
  {
    userName: 'nurse',
    displayName: '周护士',
    role: 'NURSE',
    roleName: '护理人员 Nurse',
    organization: 'yihe',
    center: 'fengcheng',
  },
  {
    userName: 'officer',
    displayName: '许专员',
    role: 'CLAIMS_OFFICER',
    roleName: '申报专员 Claims officer',
    organization: 'yihe',
  },
  {
    userName: 'owner',
    displayName: '高总',
    role: 'OPERATOR_OWNER',
    roleName: '运营负责人 Operator owner',
    organization: 'yihe',
  },
  {
    userName: 'bureau',
    displayName: '何科员',
    role: 'BUREAU_REVIEWER',
    roleName: '民政局审核员 Bureau reviewer',
    organization: 'bureauQingquan',
  },
  {
    userName: 'leader',
    displayName: '沈局长',
    role: 'BUREAU_LEADER',
    roleName: '民政局负责人 Bureau leader',
    organization: 'bureauQingquan',
  },
  {
    userName: 'finance',
    displayName: '邹科员',
    role: 'FINANCE_OFFICER',
    roleName: '财政局经办人 Finance bureau officer',
    organization: 'financeQingquan',
  },
  {
    userName: 'auditor',
    displayName: '程审计',
    role: 'AUDITOR',
    roleName: '审计人员 Auditor',
    organization: 'auditQingquan',
  },
  {
    userName: 'manager2',
    displayName: '罗主任',
    role: 'CENTER_MANAGER',
    roleName: '中心主任（松柏） Center manager (Songbai)',
    organization: 'songbai',
  },
  {
    userName: 'officer2',
    displayName: '彭专员',
    role: 'CLAIMS_OFFICER',
    roleName: '申报专员（松柏） Claims officer (Songbai)',
    organization: 'songbai',
  },
  {
    userName: 'owner2',
    displayName: '曹总',
    role: 'OPERATOR_OWNER',
    roleName: '运营负责人（松柏） Operator owner (Songbai)',
    organization: 'songbai',
  },
  {
    userName: 'bureau2',
    displayName: '于科员',
    role: 'BUREAU_REVIEWER',
    roleName: '云岭县审核员 Reviewer (Yunling)',
    organization: 'bureauYunling',
  },
  {
    userName: 'leader2',
    displayName: '董局长',
    role: 'BUREAU_LEADER',
    roleName: '云岭县负责人 Leader (Yunling)',
    organization: 'bureauYunling',
  },
  {
    userName: 'officer3',
    displayName: '陶专员',
    role: 'CLAIMS_OFFICER',
    roleName: '申报专员（溪园，锦溪区） Claims officer (Xiyuan, Jinxi)',
    organization: 'xiyuan',
  },
  {
    userName: 'owner3',
    displayName: '谢总',
    role: 'OPERATOR_OWNER',
    roleName: '运营负责人（溪园，锦溪区） Operator owner (Xiyuan, Jinxi)',
    organization: 'xiyuan',
  },
  {
    userName: 'bureau3',
    displayName: '范科员',
    role: 'BUREAU_REVIEWER',
    roleName: '锦溪区审核员 Reviewer (Jinxi)',
    organization: 'bureauJinxi',
  },
  {
    userName: 'leader3',
    displayName: '龚局长',
    role: 'BUREAU_LEADER',
    roleName: '锦溪区负责人 Leader (Jinxi)',
    organization: 'bureauJinxi',
  },
  {
    userName: 'platform',
    displayName: '平台管理员',
    role: 'PLATFORM_ADMIN',
    roleName: '平台管理员 Platform administrator',
    organization: 'platform',
  },
];
