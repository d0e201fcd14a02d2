import { words, type ScaleDimension, type ScaleItem, type ScaleOption } from '../scale.types.js';
import { HELP_STEPS, item, options, type ItemText } from './options.js';

const mobility = (text: ItemText, choices: readonly ScaleOption[] = HELP_STEPS): ScaleItem =>
  item('B2', text, choices);

const WALKING = options(
  ['4', '独自走约 50 米，没有摔倒风险', 'Walks about 50 m alone, no risk of falling'],
  [
    '3',
    '能走约 50 米，有跌倒风险要人看着，或用拐杖、助行器',
    'Walks about 50 m with someone near, or with a stick or frame',
  ],
  ['2', '要人少量扶', 'Needs a little support'],
  ['1', '要人大力扶', 'Needs much support'],
  ['0', '完全不能走', 'Cannot walk'],
);

// Three steps only: the best answer is worth 3, not 4.
const STAIRS = options(
  ['3', '独自连续上下 10–15 级台阶', 'Climbs and descends 10–15 steps in a row alone'],
  ['2', '提示或看护下完成', 'When prompted or watched'],
  ['1', '要人帮，主要靠自己', 'Needs help, does most of it'],
  ['0', '主要或全部靠别人', 'Relies mostly or wholly on others'],
);

export const MOBILITY: ScaleDimension = {
  id: 'B2',
  name: words('基础运动能力', 'Basic mobility'),
  items: [
    mobility({
      id: 'B.2.1',
      name: words('床上体位转移', 'Moving in bed'),
      hint: words('卧床翻身、坐起、躺下', 'Turning over, sitting up, lying down'),
    }),
    mobility({
      id: 'B.2.2',
      name: words('床椅转移', 'Bed to chair'),
      hint: words('坐下、站起、再坐下', 'Sitting, standing, sitting again'),
    }),
    mobility({ id: 'B.2.3', name: words('平地行走', 'Walking on level ground') }, WALKING),
    mobility({ id: 'B.2.4', name: words('上下楼梯', 'Stairs') }, STAIRS),
  ],
};
