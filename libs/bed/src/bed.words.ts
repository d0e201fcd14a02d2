import type { Locale } from '@yibu/platform';

import type { EndKind, StayStatus } from './stay.rules.js';

/** Words of the exported list; everything on screen is worded by the client. */
interface StaySheetWords {
  readonly title: string;
  readonly resident: string;
  readonly sex: string;
  readonly place: string;
  readonly bed: string;
  readonly status: string;
  readonly from: string;
  readonly until: string;
  readonly days: string;
  readonly ending: string;
  readonly away: string;
  readonly plannedReturn: string;
  readonly note: string;
  readonly statuses: Readonly<Record<StayStatus, string>>;
  readonly endings: Readonly<Record<EndKind, string>>;
  readonly absences: Readonly<Record<'HOME_LEAVE' | 'HOSPITAL', string>>;
  readonly sexes: Readonly<Record<string, string>>;
}

export const STAY_SHEET: Readonly<Record<Locale, StaySheetWords>> = {
  'zh-CN': {
    title: '入住记录',
    resident: '老人',
    sex: '性别',
    place: '楼层',
    bed: '床位',
    status: '状态',
    from: '入住日期',
    until: '退住日期',
    days: '床位天数',
    ending: '结束方式',
    away: '外出',
    plannedReturn: '计划返回',
    note: '备注',
    statuses: { RESERVED: '已预订', ACTIVE: '在住', ENDED: '已结束', CANCELLED: '已取消' },
    endings: { DISCHARGE: '退住', DEATH: '身故', TRANSFER: '换床', SWAP: '互换床位' },
    absences: { HOME_LEAVE: '请假回家', HOSPITAL: '住院' },
    sexes: { M: '男', F: '女' },
  },
  en: {
    title: 'Stays',
    resident: 'Resident',
    sex: 'Sex',
    place: 'Floor',
    bed: 'Bed',
    status: 'Status',
    from: 'From',
    until: 'Until',
    days: 'Days in bed',
    ending: 'Ended by',
    away: 'Away',
    plannedReturn: 'Planned return',
    note: 'Note',
    statuses: { RESERVED: 'Reserved', ACTIVE: 'Here', ENDED: 'Ended', CANCELLED: 'Cancelled' },
    endings: { DISCHARGE: 'Discharge', DEATH: 'Death', TRANSFER: 'Transfer', SWAP: 'Swap' },
    absences: { HOME_LEAVE: 'Home leave', HOSPITAL: 'Hospital' },
    sexes: { M: 'Male', F: 'Female' },
  },
};
