import type { Sex } from '@yibu/kernel';
import type { Education, IdType, MaritalStatus, Relation } from '@yibu/resident';

const list = (words: string): string[] => words.split(' ');

/** First word of each list: what the template offers. The others: how centers and families write it. */
export const WORDS = {
  sex: { M: ['男', '男性', '1', 'male'], F: ['女', '女性', '2', 'female'] } satisfies Record<
    Sex,
    string[]
  >,
  idType: {
    CITIZEN: list(
      '居民身份证 身份证 二代身份证 二代证 第二代身份证 公民身份证 公民身份号码 身份证件 户口簿 户口本',
    ),
    RESIDENCE_PERMIT: list('港澳台居民居住证 居住证'),
    HK_MACAU_PASS: list('港澳居民来往内地通行证 回乡证 港澳通行证 港澳居民通行证'),
    TAIWAN_PASS: list('台湾居民来往大陆通行证 台胞证'),
    PASSPORT: ['护照'],
    FOREIGN_PR: list('外国人永久居留身份证 永久居留证'),
    NONE: list('无证件 无身份证 无户口 无证 没有证件'),
  } satisfies Record<IdType, string[]>,
  education: {
    ILLITERATE: list(
      '文盲 不识字 半文盲 未上学 没上过学 未上过学 未受教育 未受过教育 识字班 扫盲班',
    ),
    PRIMARY: list('小学 初小 高小 完小 私塾 初级小学 高级小学'),
    JUNIOR: list('初中 初级中学 高小以上 初中及以下'),
    SENIOR: list(
      '高中、技校、中专 高中 技校 中专 职高 高中/技校/中专 高级中学 中师 师范 中技 技工学校 中等专科 中等专业学校 职业高中 职业中学',
    ),
    COLLEGE: list(
      '大学专科及以上 大专 专科 本科 大学 研究生 大专及以上 大学专科 大学本科 大专以上 硕士 硕士研究生 博士 博士研究生 高等教育 电大 函授大专',
    ),
    UNKNOWN: ['不详'],
  } satisfies Record<Education, string[]>,
  marital: {
    UNMARRIED: list('未婚 未结婚 从未结婚 终身未婚 未娶 未嫁 独身'),
    MARRIED: list(
      '已婚 有配偶 初婚 再婚 复婚 结婚 已婚有配偶 夫妻健在 配偶健在 老伴健在 双方健在 分居',
    ),
    WIDOWED: list('丧偶 丧偶未再婚 丧妻 丧夫 寡居 守寡 鳏居 丧 配偶去世 配偶已故 老伴去世'),
    DIVORCED: list('离婚 离异 离异未再婚 离婚未再婚 已离婚 已离异 离'),
    UNSTATED: ['未说明'],
  } satisfies Record<MaritalStatus, string[]>,
  relation: {
    SELF: list('本人 自己'),
    SPOUSE: list('配偶 丈夫 妻子 老伴 夫妻 爱人 妻 夫 老公 老婆 老伴儿 伴侣'),
    SON: list(
      '儿子 子 儿 长子 次子 三子 四子 五子 幼子 小儿子 大儿子 二儿子 三儿子 四儿子 老大 老二 父子 母子 养子 继子 独子 干儿子 义子 子女',
    ),
    DAUGHTER: list(
      '女儿 女 长女 次女 三女 四女 五女 幼女 小女儿 大女儿 二女儿 三女儿 四女儿 父女 母女 养女 继女 独女 干女儿 义女 闺女 大闺女 二闺女 小闺女',
    ),
    CHILD_IN_LAW: list(
      '儿媳、女婿 儿媳 女婿 儿媳妇 媳妇 媳 婿 长媳 次媳 三媳 大儿媳 二儿媳 三儿媳 小儿媳 长婿 次婿 大女婿 二女婿 三女婿 小女婿 公媳 婆媳 翁婿',
    ),
    GRANDCHILD: list(
      '孙辈 孙 孙子 孙女 外孙 外孙女 外孙子 长孙 次孙 大孙子 小孙子 孙子女 孙儿 重孙 重孙女 曾孙 曾孙女 祖孙 爷孙',
    ),
    PARENT: list('父母 父亲 母亲 父 母 爸爸 妈妈 养父 养母'),
    SIBLING: list(
      '兄弟姐妹 兄 弟 姐 妹 哥哥 弟弟 姐姐 妹妹 兄弟 姐妹 大哥 二哥 三哥 大姐 二姐 三姐 大弟 二弟 三弟 大妹 二妹 三妹 小弟 小妹 胞兄 胞弟 胞姐 胞妹 兄妹 姐弟',
    ),
    OTHER_RELATIVE: list(
      '其他亲属 侄子 侄女 侄 侄儿 内侄 内侄女 外甥 外甥女 侄媳 侄媳妇 侄女婿 外甥媳 外甥女婿 孙媳 孙媳妇 孙女婿 外孙女婿 弟媳 弟妹 嫂子 嫂 大嫂 姐夫 妹夫 表兄 表弟 表姐 表妹 表哥 堂兄 堂弟 堂姐 堂妹 堂哥 叔 伯 叔叔 伯父 叔父 姑姑 姑妈 舅舅 姨 姨妈 亲家 亲属 亲戚 亲人 家属 家人 远亲 远房亲戚 近亲属 叔侄 姑侄 舅甥',
    ),
    FRIEND: list('朋友 好友 邻居 邻里 街坊 同事 同学 战友 老乡 同乡 同村'),
    COMMITTEE: list(
      '村（居）委会 村委会 居委会 社区 村委 村(居)委会 村民委员会 居民委员会 社区居委会 村干部 社区干部 村支书 村书记 村主任 支书 社区书记 社区主任 社区工作人员 网格员',
    ),
    EMPLOYED_CARER: list('雇佣照护者 保姆 护工 雇工 家政 家政人员 住家保姆'),
    CIVIL_AFFAIRS: list('民政部门 民政 民政局 民政所 民政办 民政助理 民政助理员 民政专干'),
    OTHER: list(
      '其他 其它 监护人 委托人 代理人 担保人 单位 原单位 镇政府 乡政府 街道办 街道办事处',
    ),
  } satisfies Record<Relation, string[]>,
  endKind: {
    DISCHARGE: list(
      '退住 离院 离开 回家 出院 转院 转走 退院 合同到期 退养 办理退住 搬走 转其他机构 转出 家属接走 接回家 接走',
    ),
    DEATH: list('去世 死亡 过世 病逝 病故 离世 亡故 故去 身故 已故 逝世'),
  },
  absenceKind: {
    HOSPITAL: list('住院 就医 住院治疗 看病 转院治疗 医院 治疗 手术 住院手术 急诊 抢救 医院治疗'),
    HOME_LEAVE: list(
      '请假回家 请假 回家 探亲 外出 事假 回家过年 回家过节 春节回家 走亲戚 家属接走 临时外出 旅游',
    ),
  },
  levelKind: {
    OFFICIAL: list('政府组织评估 官方 官方评估 民政评估 政府评估 第三方评估'),
    INSTITUTION: list('机构自评 机构评估 自评 本机构评估'),
  },
} as const;
