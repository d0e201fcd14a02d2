import {
  fromDayNumber,
  dayNumber,
  idNumberCheckCharacter,
  localDate,
  type LocalDate,
  type Sex,
} from '@yibu/kernel';

import type { Random } from './random.js';

const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕',
];
const WOMEN = [
  '秀英',
  '桂英',
  '玉兰',
  '凤英',
  '淑珍',
  '桂兰',
  '素珍',
  '秀兰',
  '翠花',
  '玉珍',
  '金凤',
  '春梅',
  '月娥',
  '彩云',
  '兰芳',
  '菊香',
  '爱莲',
  '巧云',
  '喜凤',
  '银花',
];
const MEN = [
  '建国',
  '德福',
  '永发',
  '长顺',
  '有才',
  '保田',
  '福生',
  '玉山',
  '金贵',
  '振华',
  '光明',
  '树林',
  '天佑',
  '来喜',
  '宝财',
  '志远',
  '文忠',
  '连生',
  '学义',
  '守信',
];

/** An area code that no person has: no province is numbered 99. */
const NOBODYS_AREA = '999999';

export interface DemoPerson {
  readonly name: string;
  readonly sex: Sex;
  readonly bornOn: LocalDate;
  /** Valid check digit, area 999999. */
  readonly idNumber: string;
  readonly phone: string;
}

export class DemoPeople {
  private readonly names = new Set<string>();
  private sequence = 0;

  constructor(private readonly random: Random) {}

  elder(): DemoPerson {
    return this.person(localDate('1930-01-01'), localDate('1962-12-31'));
  }

  worker(sex?: Sex): DemoPerson {
    return this.person(localDate('1968-01-01'), localDate('2000-12-31'), sex);
  }

  private person(from: LocalDate, to: LocalDate, wanted?: Sex): DemoPerson {
    const sex: Sex = wanted ?? (this.random.chance(0.6) ? 'F' : 'M');
    const bornOn = fromDayNumber(this.random.integer(dayNumber(from), dayNumber(to)));
    this.sequence += 1;
    // The sequence digit is odd for men (GB 11643-1999).
    const sequence = (this.sequence * 2 + (sex === 'M' ? 1 : 0)) % 1000;
    const first17 = `${NOBODYS_AREA}${bornOn.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
    return {
      name: this.newName(sex),
      sex,
      bornOn,
      idNumber: `${first17}${idNumberCheckCharacter(first17)}`,
      // 100 is no prefix of a mobile network.
      phone: `100${String(10_000_000 + this.sequence * 7919).slice(-8)}`,
    };
  }

  private newName(sex: Sex): string {
    for (;;) {
      const name = this.random.pick(SURNAMES) + this.random.pick(sex === 'F' ? WOMEN : MEN);
      if (!this.names.has(name)) {
        this.names.add(name);
        return name;
      }
    }
  }
}
