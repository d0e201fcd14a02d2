import type { ErrorCode } from '@yibu/kernel';

import type { ClientErrorCode } from '../../api/api-error.js';

/** A code may have a sentence of its own for a cause that the server names (`reason`), or where something was read. */
type CauseOf =
  | `SHEET_UNREADABLE_${'EMPTY' | 'TOO_MANY_ROWS' | 'TOO_LARGE' | 'COLUMNS_MISSING'}`
  | `${'NETWORK' | 'INTERNAL'}_READ`
  | `DECISION_RESTED_ON_${'PAYMENT' | 'PLAN' | 'APPEAL' | 'LINE' | 'CLAIM' | 'DECISION'}`;

/** One sentence for every code: what happened, where, and how to mend it. Grouped by the lib that throws it. */
export const errors: Record<ErrorCode | ClientErrorCode | CauseOf, string> = {
  // the client itself
  NETWORK: '连不上服务器，刚才的操作没有保存。请检查网络后重试；您填写的内容还在。',
  NETWORK_READ: '连不上服务器。请检查网络后重试。',
  BAD_ANSWER: '服务器的回答无法读取。请稍后重试；如仍不行，请把请求编号告诉管理员。',
  // platform
  UNAUTHENTICATED: '登录已失效。请重新登录，未保存的表单内容会保留。',
  FORBIDDEN: '您没有做这件事的权限。如确有需要，请联系本单位的管理员调整角色。',
  NOT_FOUND: '没有找到这条记录：它可能不存在，或不在您可以查看的机构内。请返回列表重新查找。',
  INPUT_INVALID: '有几项填写不符合要求，没有保存。请按各项下面的提示修改后再提交。',
  STALE_VERSION: '这条记录在您打开之后被别人修改过，没有保存。请刷新查看最新内容后再改。',
  IDEMPOTENCY_KEY_REUSED:
    '这份表单已经提交过一次，内容与这次不同。请刷新页面，确认上次的结果后再提交。',
  OVERLOADED: '服务器正忙，刚才的操作没有保存。请过一会儿再试。',
  INTERNAL: '服务器出了问题，刚才的操作没有保存。请重试；如仍不行，请把请求编号告诉管理员。',
  INTERNAL_READ: '服务器出了问题。请重试；如仍不行，请把请求编号告诉管理员。',
  REASON_REQUIRED: '这项操作要写明原因。请填写原因后再提交。',
  REQUEST_TOO_LARGE: '这次提交的内容太多，没有保存。请分几次提交。',
  FILE_TOO_LARGE:
    '文件太大，没有上传。单个文件不能超过 {{maxMegabytes}} MB，请压缩或分成几个文件。',
  ATTACHMENT_KEPT:
    '“{{fileName}}”已随申报提交，或已作为核定、拨付的依据，不能移除。可以另外补充一份。',
  ATTACHMENTS_FULL: '这条记录已有 {{max}} 份附件，不能再加。请先移除不需要的，或合并成一份文件。',
  STORAGE_FULL: '服务器的存储空间满了，文件没有保存。请联系系统管理员清理后再上传。',
  FILE_TYPE_REFUSED:
    '这种文件不能上传。请用 JPG、PNG、WebP 图片，PDF 或 Excel（xlsx、csv）文件；只改扩展名不行，旧版 .xls 或设了打开密码的表格请先另存为不带密码的 .xlsx。',
  SHEET_UNREADABLE: '这份表格打不开，可能已损坏或有密码。请用 Excel 另存为 .xlsx 后再上传。',
  SHEET_UNREADABLE_EMPTY:
    '这份表格里没有找到名单：要有一行列名（如“姓名”），下面至少有一行内容。请核对是否拿错了文件。',
  SHEET_UNREADABLE_TOO_MANY_ROWS: '这份表格超过 {{max}} 行，没有上传。请拆成几份再上传。',
  SHEET_UNREADABLE_TOO_LARGE:
    '这份表格展开后太大，没有上传。请只留名单所在的工作表，删去多余的空行空列，另存为 .xlsx 后再上传。',
  SHEET_UNREADABLE_COLUMNS_MISSING:
    '这份表格缺少这些列：{{columns, list}}。请按模板的列名改好后再上传。',
  EXPORT_TOO_LARGE: '这份表超过 {{maxRows}} 行，没有导出。请用筛选条件缩小范围，分几次导出。',
  JOB_WORKER_LOST:
    '这项工作试了 {{attempts}} 次，每次都在中途停止，已不再重试。请把这一页告诉管理员，排除原因后再重新开始。',
  // center: doors
  SIGN_IN_FAILED: '用户名或密码不对。请核对后重新输入；连续输错 5 次会暂时锁定。',
  ACCOUNT_LOCKED:
    '密码连续输错，账号已暂时锁定，{{until, moment}} 之后可以再登录。急用请联系管理员重置密码。',
  PASSWORD_CHANGE_REQUIRED: '首次登录或密码被重置后，须先修改密码才能使用。',
  PASSWORD_CONFIRMATION_REQUIRED:
    '这一步须再次输入密码。没有输入，所以还没有办理；您填写的内容还在。',
  PASSWORD_WEAK: '新密码太容易被猜到。请至少用 8 个字符，不要用常见密码、用户名或连续的数字。',
  USER_NAME_TAKEN: '这个用户名已经有人用了。请换一个用户名。',
  LAST_ADMINISTRATOR:
    '不能停用自己，也不能停用最后一位可以管理用户的人或去掉其角色。请先给另一个人同样的角色，由对方操作。',
  CONTRACT_OVERLAP:
    '这段时间已有另一份运营合同。一个机构同一天只能由一个运营方运营，请调整起止日期。',
  INVITATION_INVALID: '这个链接已用过、已过期或不完整。请联系管理员重新发一个。',
  GRADE_OVERLAP: '同一评定办法在这段时间已有等级。请先更正或终止原来的等级，再填新的。',
  // resident
  RESIDENT_ID_TAKEN:
    '这个证件号码已在本中心的名册里，属于“{{name}}”。请打开已有的档案，不要重复建档。',
  RESIDENT_HAS_OPEN_STAY:
    '这位老人还有未结束的入住或预订，或入住已按去世结束。请在入住记录里办理或更正。',
  DEATH_NOT_RECORDED: '这位老人没有登记去世日期，不需要撤销。请刷新查看最新内容。',
  CATEGORY_OVERLAP:
    '这个类别在 {{from}} 起的一段时间已有记录，同一类别不能重叠。请先更正或终止原来的记录。',
  AGREEMENT_NUMBER_TAKEN: '协议编号“{{number}}”已经用过。请核对编号，或换一个编号。',
  CONSENT_ALREADY_WITHDRAWN: '这项同意已在 {{on}} 撤回，不能再次撤回。请刷新查看最新内容。',
  // bed
  STAY_STATE_REFUSED: '这次入住现在的状态不能做这件事。请刷新查看最新状态。',
  STAY_BLOCKED: '还有事项没有办妥，没有保存。请按清单逐项处理后再提交。',
  BED_TAKEN:
    '床位 {{bed}} 从 {{from}} 到 {{until}} 由 {{holder}} 占用，没有保存。请换一张床或调整日期。',
  PERSON_TAKEN:
    '{{holder}} 从 {{from}} 到 {{until}} 已有床位 {{bed}}，没有保存。请先办理退住、换床或取消预订。',
  BED_OUT_OF_USE:
    '床位 {{bed}} 从 {{from}} 到 {{until}} 不能使用（维修或停用），没有保存。请换一张床，或先让它重新可用。',
  ABSENCE_OVERLAP: '这位老人在这段时间已有外出记录。请先更正或撤销原来的记录。',
  ABSENCE_OUTSIDE_STAY: '外出日期不在这次入住之内。请核对入住和退住日期。',
  PLACE_NAME_TAKEN: '这里已有同名的楼、层、房间或床位：{{names}}。请换一个名称。',
  PLACE_IN_USE: '里面还有房间或床位，或曾有人入住，不能删除。床位可以改为停用。',
  // resident: levels
  ASSESSMENT_INCOMPLETE: '评估表还没有填完，不能签名。请补齐标出的各项。',
  ASSESSMENT_CONTRADICTORY: '评估表里有互相矛盾的内容，不能签名。请按标出的各项核对后更正。',
  ASSESSMENT_WRONG_STATE: '这份评估现在的状态不能做这件事，可能别人刚处理过。请刷新查看最新状态。',
  ASSESSMENT_OPEN: '这位老人已有一份没有完成的评估表。请打开它接着填，不要重复新建。',
  ASSESSOR_SAME: '第二位评估员须是另一个人。请另一位评估员用自己的账号登录后签名。',
  OFFICIAL_FORM_BY_BUREAU:
    '官方评估由民政部门组织，机构不能自行填表。请用“录入外部结果”登记官方评估报告。',
  LEVEL_VALIDITY_MISSING: '请填写有效期，或明确选择“长期有效”。两者只能选一个。',
  LEVEL_OVERLAP: '这段时间刚有另一个等级生效，没有保存。请刷新后重新确认起止日期。',
  // staff, care, meal
  STAFF_NOT_EMPLOYED:
    '{{name}} 在 {{onDate}} 不在岗，不能记在其名下。请换一位工作人员，或先核对任职日期。',
  SERVICE_AFTER_DEATH: '{{name}} 已于 {{diedOn}} 去世，之后不能再记服务。请核对日期或姓名。',
  MEAL_NOT_ALLOWED: '{{name}} 已于 {{diedOn}} 去世，之后不能再记用餐。请核对日期或姓名。',
  // claim
  CLAIM_STATE: '这份申报目前的状态（{{status}}）不能做这一步。请刷新页面，按它现在的状态操作。',
  CLAIM_PERIOD: '申报期“{{period}}”写法不对。请用 2025-04 这样的月份，或 2025-Q2、2025-H1、2025。',
  CLAIM_PERIOD_COVERED:
    '{{period}} 的金额已列入 {{later}} 的申报。这以后补录、更正的，会自动列入下一期申报，不要另报 {{period}}。',
  CLAIM_PERIOD_OPEN: '{{period}} 还没有开始，不能编制申报。请选择已经开始的月份。',
  CLAIM_OTHER_OPERATOR: '{{period}} 最后一天运营本机构的是另一家运营方，该期由其申报。',
  CLAIM_UNDER_WAY:
    '这个申报期已有申报 {{number}} 正在办理。请等它办结、撤回或被退回后再编制下一稿。',
  CLAIM_COMPUTED_BEFORE:
    '申报 {{number}} 是旧版系统计算的，与现在的算法不一致。请重新计算后再查看各行。',
  CLAIM_COMPUTING: '这份申报还没有计算完。请稍等，计算完成后再提交。',
  CLAIM_TWO_PEOPLE:
    '同一个人不能先后做这两步。请换一位有权限的同事操作；只有一名管理人员的机构可请民政局登记例外。',
  CLAIM_FACTS_REFUSED:
    '机构记录里有 {{count}} 处自相矛盾，无法计算：{{problems}}。请先更正这些记录。',
  APPEAL_NOT_OPEN: '这一行不能申诉：没有被核减或退回，已经申诉过，或已经重新申报。请刷新后查看。',
  APPEAL_NOT_ON_PAPER: '这次申诉不是从纸质答复录入的，或者已经作废。请刷新页面。',
  APPEAL_LATE: '申诉期限已过，最后一天是 {{until}}。',
  CLAIM_NOT_OBJECTABLE: '这一行不是被退回且未变化的行，或已经提出过异议。请刷新后查看。',
  CLAIM_YEAR_CLOSED: '申报年度 {{year}} 已经关账。确需更正的，请民政局写明原因后重新打开。',
  CLAIM_YEAR_BUSY: '提交 {{number}} 时，台账刚被另一份申报改变，没有提交。请重新计算后再提交。',
  CLAIM_WINDOW_EARLY: '本县 {{day}} 起受理这一期的申报。请到那天再提交。',
  CLAIM_WINDOW_OVER: '这一期的申报已于 {{day}} 截止，本县不受理逾期申报。请与民政局联系。',
  CLAIM_LATE_REASON: '这一期已于 {{day}} 截止，逾期 {{days}} 天。请写明逾期原因后再提交。',
  PROGRAM_NOT_APPLICABLE: '本县现行政策没有可以单独申报的这个项目（{{program}}）。',
  SUPPLEMENT_CARRIED: '{{number}} 暂缓的明细由该运营方的下一份申报一并核定，不需要补充核定。',
  SUPPLEMENT_NOTHING: '{{number}} 没有已解除、尚未核定的暂缓明细。请刷新页面。',
  DECISION_RESTED_ON: '{{number}} 的这次录入之后已有别的登记，不能作废。',
  DECISION_RESTED_ON_PAYMENT: '{{number}} 已经按这次录入登记了拨付，不能作废。',
  DECISION_RESTED_ON_PLAN: '{{number}} 已经按这次录入商定了收回计划，不能作废。',
  DECISION_RESTED_ON_APPEAL: '{{number}} 的这次核定已有申诉。请先作废录入的申诉结果。',
  DECISION_RESTED_ON_LINE: '{{number}} 暂缓的明细已列入后来的核定，不能作废。',
  DECISION_RESTED_ON_CLAIM: '录入之后本中心又提交了申报。请先撤回那份申报，再作废。',
  DECISION_RESTED_ON_DECISION: '支持的金额已列入核定。请先作废那次核定，再作废申诉结果。',
  ASKED_FACT_OVERLAP: '这一项在 {{from}} 起的日期里已有登记的值。请先更正或作废原来的，再填新的。',
  ASKED_FACT_UNKNOWN: '本县现行政策不用登记这一项，没有保存。请刷新页面。',
  AWARD_HELD: '这个项目的奖补已经申报过（{{number}}），一次性奖补不能重复申报。',
  AWARD_FIELD_UNKNOWN: '政策不考察“{{name}}”这一项。请刷新页面后再填。',
  AWARD_FROZEN: '申报 {{number}} 已经提交，项目资料不能再改。',
  AWARD_NO_QUESTION: '申报 {{number}} 没有需要民政局决定的事项，或已经登记过决定。请刷新页面。',
  AWARD_OPTION_UNKNOWN: '请在列出的口径中选择一项。',
  AWARD_OUTSIDE_RANGE:
    '政策规定的范围是 {{minFen, yuan}} 至 {{maxFen, yuan}} 元，决定金额须在范围之内。请核对决定文件上的金额。',
  AWARD_QUESTION_OPEN: '申报 {{number}} 还有政策未定、需民政局决定的事项。请先登记决定文件。',
  STAGE_RULE_TAKEN: '{{day}} 起的规定已经设过。请换一个生效日期。',
  OPENING_TAKEN: '期初台账已经登记过。',
  OPENING_TOO_LATE: '本年度已有申报提交，期初台账不能再改。请先撤回已提交的申报。',
  PACK_MISSING: '本县在 {{on}} 还没有启用的补贴政策包。请平台管理员或民政局先启用。',
  PACK_OPTION_UNKNOWN: '问题 {{decision}} 没有 {{option}} 这个选项。请从列表里选择。',
  PACK_SAME: '现在已经是这样，无需更改。',
  PROPOSAL_OPEN: '同一事项已有待确认的提议，请先处理。',
  PROPOSAL_SETTLED: '这项提议已有结果，请刷新查看。',
  PROPOSAL_NOT_YOURS: '只有提议人可以撤回。',
  PROPOSAL_TWO_PEOPLE: '须由提议人以外的另一人确认或驳回。',
  EFFECT_NOT_SEEN: '请先测算这项更改的影响，再提交。',
  NOTICE_BELOW_FLOOR: '文件写的是“不低于”，通知只能在此之上提高。',
  RATE_UNKNOWN: '政策包里没有名为 {{rate}} 的标准。',
  RUN_PERIOD: '所选年度还没有结束的月份。',
  VERDICT_MISSING: '还有 {{count}} 行没有审核意见。请逐行或批量给出意见后再作决定。',
  VERDICT_INVALID: '这条审核意见不完整或不适用于这一行：{{reason}}。请补全代码、日期或金额。',
  PAYMENT_REFUSED:
    '这笔拨付不能登记：还应拨付 {{openFen, yuan}} 元。请核对金额，或确认是否已经登记过。',
  BUDGET_SHORT:
    '{{year}} 年预算只剩 {{leftFen, yuan}} 元，不够这笔拨付。请先登记追加的预算，或先拨付其中一部分。',
  RECEIPT_TAKEN: '凭证号 {{receipt}} 在这份申报里已经登记过。请核对是否重复。',
  PAPER_NOT_USED:
    '本县民政局在系统内核定，不能录入纸质决定。确实在纸上作出的决定，请联系平台管理员核实后开通。',
  PAYMENT_THROUGH_FINANCE:
    '本县由财政局按批次拨付。请把 {{number}} 编入拨付批次，由财政局经办人确认。',
  CLAIM_YEAR_OPEN_WORK:
    '这一年还有未办结的申报或暂缓明细：{{claims}}。请先核定、退回或了结，再结账。',
  CLAIM_YEAR_LATER_CLOSED: '{{year}} 起的年度已经结账。请先重新打开较晚的年度，再打开这一年。',
  NOTICE_OPEN_OBJECTIONS: '这份公示还有 {{count}} 条异议没有答复。请先答复，再撤下公示。',
  NOTICE_NOT_OVER: '公示期到 {{until}} 才结束，在此之前不能拨付。',
  SAMPLE_EMPTY: '{{period}} 没有已提交、尚未核定的申报，无从抽样。',
  BATCH_TAKEN: '批次 {{number}} 已经有了。请换一个批次号。',
  BATCH_HOLDS_CLAIM: '申报 {{number}} 已在批次 {{batch}} 中等待拨付，不能重复拨付。',
  BATCH_STATE: '这个批次或其中这一笔已经办理过了，不能再办。请刷新后查看。',
  BATCH_TWO_PEOPLE: '编制批次的人不能确认拨付。请由财政局经办人确认。',
  APPROPRIATION_TAKEN: '文号 {{document}} 的预算已经登记过。请核对是否重复。',
  DEBT_FIRST:
    '该中心有到期应收回的 {{debtFen, yuan}} 元。请先抵扣，或与运营方商定分期收回，再拨付。',
  OFFSET_REFUSED: '不能抵扣这么多：最多可抵扣 {{openFen, yuan}} 元，且须是同一中心、同一运营方。',
  RECOVERY_PLAN_INVALID:
    '分期合计 {{sumFen, yuan}} 元，与应收回的 {{debtFen, yuan}} 元不符，或日期没有依次后延。请改正。',
  RECOVERY_PLAN_TAKEN: '{{number}} 已有分期计划。',
  FILING_NOT_READY: '申报材料还没有生成好。请稍后再下载；如一直没有，请联系管理员。',
  CLAIM_NOT_DECIDED: '申报 {{number}} 还没有核定，核定之后才有差异说明。',
  NOTICE_CLAIMS_DIFFER: '一份公示只能包含同一期间的申报。请分开公示。',
  NOTICE_TOO_SHORT: '本县规定公示不少于 {{days}} 天，请把截止日期往后调。',
  NOTICE_TAKEN: '公示编号 {{number}} 已经用过，或所选申报已在公示。请核对后再发布。',
  NOTICE_WITHDRAWN: '这份公示已经撤回。',
  NOTICE_CLOSED: '不在公示期内，不能在线提出异议。请按公示上的联系方式反映。',
  NOTICE_TOO_MANY: '提交得太多了，请明天再试，或按公示上的联系方式反映。',
  NOTICE_OBJECTION_OPEN:
    '有 {{blockedFen, yuan}} 元对应的公示异议还没有了结，本次最多可拨付 {{payableFen, yuan}} 元。请先答复异议，或写明理由后放行。',
  OBJECTION_ANSWERED: '这条异议已经答复过了。请刷新查看。',
  OBJECTION_NOT_BLOCKING: '这条异议没有拦住款项，不需要放行。',
  // the monthly institution sheet
  SHEET_MONTH_OPEN: '{{month}} 还没有结束，月末的数还不知道，不能报送。请在下个月 1 日以后报送。',
  SHEET_MONTH_OUTSIDE: '没有 {{month}} 的月报。请选择 {{first}} 到 {{last}} 之间的月份。',
  SHEET_NOT_FILED: '这家机构还没有报送 {{month}} 的月报，报送后才能查看。',
  SHEET_CHANGED: '您打开以后，{{month}} 的记录又有变动，没有报送。请刷新，核对新的数字后再报送。',
  SHEET_UNCHANGED: '{{month}} 的数字和上次报送的完全一样，不用重报。',
  SHEET_DAMAGED: '保存的月报与报送时的摘要不符，不能显示。请把这一页告诉管理员。',
  // roster
  REGISTRY_COLUMNS_MISSING: '名单里找不到这些列：{{columns}}。请对照模板修改表头后重新上传',
  CALL_POPULATION_EMPTY: '这个范围里没有可以回访的人，请换一个月份或项目',
  CALL_SETTLED: '这次回访已经有结果，请刷新页面',
  CALL_NO_PHONE: '档案里没有老人和联系人的电话，请写明情况后结束回访',
  ROSTER_COLUMNS_MISSING: '还有必需的列没有对应：请在“对应列”里指明姓名等必填列，再检查。',
  ROSTER_STATE_REFUSED: '这份名册正在处理或状态已变，不能进行这一步。请等处理结束或刷新后再试。',
  ROSTER_HAS_PROBLEMS:
    '有 {{count}} 行还有问题，不能整份导入。请改好后重新上传，或选择只导入没有问题的行。',
  ROSTER_FILE_GONE: '上传的文件已清除（导入完成或有了更新的上传）。请重新上传。',
  // filing
  FILING_DOES_NOT_CLOSE:
    '申报包里的数目合不上，没有生成。请重新计算本月申报；如仍不行，请把请求编号告诉管理员。',
  FILING_TOTALS_DISAGREE:
    '申报包里的合计与申报不一致，没有生成。请重新计算本月申报；如仍不行，请把请求编号告诉管理员。',
};
