import { words, type ScaleDimension, type ScaleItem, type ScaleOption } from '../scale.types.js';
import { item, options, type ItemText } from './options.js';

const social = (text: ItemText, choices: readonly ScaleOption[]): ScaleItem =>
  item('B4', text, choices);

// Sight and hearing name two conditions under one score; the id keeps which of the two it was.
const SIGHT = options(
  ['2', '正常', 'Normal'],
  ['1a', '看得清大字，看不清书报', 'Reads large print, not a newspaper'],
  ['1b', '大标题也看不清，但能辨认物体', 'Cannot read headlines, recognises objects'],
  ['0a', '只见光、颜色和形状', 'Sees only light, colour and shape'],
  ['0b', '失明', 'Blind'],
);
const HEARING = options(
  ['2', '正常', 'Normal'],
  ['1a', '轻声或两米以外听不清', 'Misses soft speech or speech beyond two metres'],
  ['1b', '交谈有些困难，要安静或大声', 'Needs quiet or a loud voice'],
  ['0a', '大声慢说才听到一部分', 'Hears part of loud, slow speech'],
  ['0b', '失聪', 'Deaf'],
);
const DAILY = options(
  ['4', '自己办理', 'Manages alone'],
  ['3', '要人看着或指点', 'When watched or guided'],
  ['2', '要人少量帮助', 'Needs some help'],
  ['1', '要人大量帮助', 'Needs much help'],
  ['0', '全靠别人', 'Others do all of it'],
);
// Three steps only: the best answer is worth 3, not 4.
const TRANSPORT = options(
  ['3', '自己骑车或乘公共交通', 'Rides a bicycle or takes public transport alone'],
  ['2', '自己会打车，不会乘其他公共交通', 'Takes a taxi alone, no other transport'],
  ['1', '有人陪可乘公共交通', 'Takes public transport with a companion'],
  ['0', '要人帮着才能坐出租或私家车，或出不了门', 'Only by car with help, or cannot go out'],
);
const COMPANY = options(
  ['4', '适应社会，待人得当', 'Adapts well, deals with people properly'],
  ['3', '适应单纯环境，初见看不出问题', 'Copes in simple surroundings; no problem seen at first'],
  ['2', '脱离社会，被动接触，容易上当', 'Withdrawn, passive, easily deceived'],
  ['1', '勉强接触，说话不清', 'Hardly any contact, unclear in speech'],
  ['0', '不能与人交往', 'No contact with people'],
);

export const SOCIAL: ScaleDimension = {
  id: 'B4',
  name: words('感知觉与社会参与', 'Senses and social life'),
  items: [
    social(
      {
        id: 'B.4.1',
        name: words('视力', 'Sight'),
        hint: words('戴平时的眼镜，取最好的视力', 'Best sight, with the usual glasses'),
      },
      SIGHT,
    ),
    social(
      {
        id: 'B.4.2',
        name: words('听力', 'Hearing'),
        hint: words('可戴平时用的助听器', 'With the usual hearing aid'),
      },
      HEARING,
    ),
    social(
      {
        id: 'B.4.3',
        name: words('执行日常事务', 'Daily affairs'),
        hint: words('洗衣、小金额购物、管自己的药', 'Laundry, small purchases, own medicine'),
      },
      DAILY,
    ),
    social({ id: 'B.4.4', name: words('使用交通工具外出', 'Getting about') }, TRANSPORT),
    social({ id: 'B.4.5', name: words('社会交往能力', 'Social contact') }, COMPANY),
  ],
};
