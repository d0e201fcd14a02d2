import { words, type ScaleDimension, type ScaleItem, type ScaleOption } from '../scale.types.js';
import { HELP_STEPS, item, options, type ItemText } from './options.js';

const selfCare = (text: ItemText, choices: readonly ScaleOption[] = HELP_STEPS): ScaleItem =>
  item('B1', text, choices);

const EATING = options(
  ['4', '自己用餐具吃，吞咽不呛', 'Eats alone with cutlery, swallows without choking'],
  ['3', '提示下完成，或自己用辅具，不呛', 'When prompted, or alone with an aid; no choking'],
  [
    '2',
    '要人少量搭手，或偶尔呛咳（每月一次以上）',
    'Some hands-on help, or chokes now and then (monthly or more)',
  ],
  [
    '1',
    '要人大量帮助，或经常呛咳（每周一次以上）',
    'Much hands-on help, or chokes often (weekly or more)',
  ],
  [
    '0',
    '全靠别人，或吞咽困难，或留置营养管',
    'Fed by others, or cannot swallow safely, or has a feeding tube',
  ],
);

const BLADDER = options(
  ['4', '次数和控制都正常', 'Frequency and control are normal'],
  [
    '3',
    '白天能控制，夜里次数多或差些；或自己会用尿布尿垫',
    'Controls by day, nights are worse; or manages own pads',
  ],
  [
    '2',
    '白天大多能控制，偶有失禁（每周多于一次，不到每天一次）；或少量协助用尿布',
    'Mostly controls by day, leaks weekly but not daily; or needs some help with pads',
  ],
  [
    '1',
    '白天大多不能控制（每天一次以上，还没有完全失控）；夜间失禁；或大量协助用尿布',
    'Leaks every day without total loss, or every night; or needs much help with pads',
  ],
  ['0', '完全不能控制，或留置导尿管', 'No control, or has a urinary catheter'],
);

const BOWEL = options(
  ['4', '正常，自己能控制', 'Normal, controls it'],
  [
    '3',
    '有时便秘或失禁（每周不到一次）；或自己会用开塞露、尿垫',
    'Sometimes constipated or incontinent (less than weekly); or manages own enema and pads',
  ],
  [
    '2',
    '经常便秘或失禁（每周多于一次，不到每天一次）；或少量协助',
    'Often (weekly but not daily); or needs some help',
  ],
  [
    '1',
    '大部分时间便秘或失禁（每天一次以上，还没有完全失控）；或大量协助',
    'Most of the time (daily, not total loss); or needs much help',
  ],
  [
    '0',
    '严重便秘或完全失禁，排便和清洁都靠别人',
    'Severe constipation or no control; others do the emptying and cleaning',
  ],
);

export const SELF_CARE: ScaleDimension = {
  id: 'B1',
  name: words('自理能力', 'Self-care'),
  items: [
    selfCare({ id: 'B.1.1', name: words('进食', 'Eating') }, EATING),
    selfCare({
      id: 'B.1.2',
      name: words('修饰', 'Grooming'),
      hint: words('洗脸、刷牙、梳头、刮脸、剪指（趾）甲', 'Face, teeth, hair, shaving, nails'),
    }),
    selfCare({
      id: 'B.1.3',
      name: words('洗澡', 'Bathing'),
      hint: words('洗净并擦干身体', 'Washing and drying the body'),
    }),
    selfCare({ id: 'B.1.4', name: words('穿脱上衣', 'Dressing, upper body') }),
    selfCare({
      id: 'B.1.5',
      name: words('穿脱裤子和鞋袜', 'Dressing, trousers, socks and shoes'),
    }),
    selfCare({ id: 'B.1.6', name: words('小便控制', 'Bladder control') }, BLADDER),
    selfCare({ id: 'B.1.7', name: words('大便控制', 'Bowel control') }, BOWEL),
    selfCare({
      id: 'B.1.8',
      name: words('如厕', 'Using the toilet'),
      hint: words('含解裤、清洁、穿裤', 'Undressing, cleaning and dressing included'),
    }),
  ],
};
