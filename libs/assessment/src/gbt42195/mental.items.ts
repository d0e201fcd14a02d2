import { words, type ScaleDimension, type ScaleItem, type ScaleOption } from '../scale.types.js';
import { item, options, type ItemText } from './options.js';

const mental = (text: ItemText, choices: readonly ScaleOption[]): ScaleItem =>
  item('B3', text, choices);

const LAST_MONTH = words('近一个月', 'In the last month');

const TIME = options(
  ['4', '年月清楚，日期或星期可差一天', 'Knows year and month; date or weekday may be one day off'],
  ['3', '年月日分不全，差两天以上', 'Unsure of the date, two days off or more'],
  ['2', '只知道上下半年或季节', 'Knows only the half of the year or the season'],
  ['1', '只知道上午下午或白天夜里', 'Knows only morning or afternoon, day or night'],
  ['0', '没有时间观念', 'No sense of time'],
);
const PLACE = options(
  ['4', '能在日常范围内单独外出', 'Goes out alone within the usual area'],
  ['3', '不能单独外出，但说得准住址', 'Not alone, but knows the address exactly'],
  ['2', '知道大部分住址', 'Knows most of the address'],
  ['1', '知道少部分住址', 'Knows little of the address'],
  ['0', '没有空间观念', 'No sense of place'],
);
const PERSON = options(
  ['4', '认得长期一起生活的人并知道关系', 'Knows the people lived with and how they are related'],
  ['3', '认得大部分', 'Knows most of them'],
  ['2', '认得一部分', 'Knows some of them'],
  ['1', '只认得自己或极少数人', 'Knows only self or very few'],
  ['0', '谁也不认得，包括自己', 'Knows nobody, self included'],
);
const MEMORY = options(
  ['4', '能完整回忆', 'Recalls everything'],
  [
    '3',
    '轻度：三个词五分钟后只记得 0–1 个',
    'Mild: of three words recalls none or one after five minutes',
  ],
  ['2', '中度：不记得上一顿吃了什么', 'Moderate: does not remember the last meal'],
  ['1', '重度：不记得老朋友', 'Severe: does not remember old friends'],
  ['0', '记忆完全紊乱', 'Memory wholly confused'],
);
const UNDERSTANDING = options(
  ['4', '正常理解', 'Understands normally'],
  ['3', '多给时间就能理解', 'Understands given more time'],
  ['2', '要常重复或说得简单', 'After frequent repetition, or in simple words'],
  ['1', '理解很困难，要大量帮助', 'With great difficulty and much help'],
  ['0', '完全不能理解', 'Does not understand'],
);
const EXPRESSION = options(
  ['4', '正常表达', 'Expresses normally'],
  ['3', '多给时间就能表达', 'Expresses given more time'],
  ['2', '要常重复或说得简单', 'After frequent repetition, or in simple words'],
  ['1', '表达很困难，要大量帮助', 'With great difficulty and much help'],
  ['0', '完全不能表达', 'Cannot express anything'],
);
const SEEN = options(['1', '没有出现', 'Did not occur'], ['0', '出现过', 'Occurred']);

export const MENTAL: ScaleDimension = {
  id: 'B3',
  name: words('精神状态', 'Mental state'),
  items: [
    mental({ id: 'B.3.1', name: words('时间定向', 'Orientation in time') }, TIME),
    mental({ id: 'B.3.2', name: words('空间定向', 'Orientation in place') }, PLACE),
    mental({ id: 'B.3.3', name: words('人物定向', 'Orientation to people') }, PERSON),
    mental({ id: 'B.3.4', name: words('记忆', 'Memory') }, MEMORY),
    mental(
      {
        id: 'B.3.5',
        name: words('理解能力', 'Understanding'),
        hint: words('可戴平时用的助听器', 'With the usual hearing aid'),
      },
      UNDERSTANDING,
    ),
    mental({ id: 'B.3.6', name: words('表达能力', 'Expression') }, EXPRESSION),
    mental(
      {
        id: 'B.3.7',
        name: words('攻击行为', 'Aggression'),
        hint: words(
          '近一个月打、踢、推、咬、抓、摔东西，或骂人、喊叫',
          'In the last month: hitting, pushing, biting, throwing, cursing, screaming',
        ),
      },
      SEEN,
    ),
    mental({ id: 'B.3.8', name: words('抑郁症状', 'Signs of depression'), hint: LAST_MONTH }, SEEN),
    mental(
      { id: 'B.3.9', name: words('意识水平', 'Consciousness') },
      // Two zeroes: only "0b" is a coma, and a coma by itself decides the level (C.4).
      options(
        ['2', '清醒', 'Alert'],
        ['1', '嗜睡或意识模糊', 'Drowsy or clouded'],
        ['0a', '昏睡', 'Stupor: wakes only to strong stimulus'],
        ['0b', '昏迷', 'Coma'],
      ),
    ),
  ],
};
