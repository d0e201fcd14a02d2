import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { SCALES } from '@yibu/assessment';
import { daysBetween, InputError, type Clock } from '@yibu/kernel';
import { CLOCK, ExportRegistry, type Locale, type Scope, type SheetColumn } from '@yibu/platform';

import { levelName } from './assessment.view.js';
import { QUEUE_TABS, type QueueRow, type QueueTab } from './queue.repository.js';
import { AssessmentQueueService } from './queue.service.js';

const HEADERS: Readonly<Record<Locale, readonly string[]>> = {
  'zh-CN': [
    '姓名',
    '出生日期',
    '类别',
    '量表',
    '等级',
    '失效日',
    '剩余天数',
    '评估编号',
    '评估日期',
  ],
  en: [
    'Name',
    'Born on',
    'Kind',
    'Scale',
    'Level',
    'Ends on',
    'Days left',
    'Number',
    'Assessed on',
  ],
};
const KINDS: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  'zh-CN': { INSTITUTION: '机构评估', OFFICIAL: '官方评估' },
  en: { INSTITUTION: 'By the center', OFFICIAL: 'Official' },
};

/** The tab of the queue that is on the screen, as a spreadsheet. */
@Injectable()
export class QueueExport implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly queue: AssessmentQueueService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.registry.register<QueueRow>({
      name: 'assessment-queue',
      permission: 'assessment.read',
      title: (locale) => (locale === 'en' ? 'Assessments' : '评估待办'),
      columns: (locale) => this.columns(locale),
      rows: async (scope, filters, limit) => await this.rows(scope, filters, limit),
    });
  }

  private columns(locale: Locale): SheetColumn<QueueRow>[] {
    const language = locale === 'en' ? 'en' : 'zh';
    const header = (index: number): string => HEADERS[locale][index] ?? '';
    return [
      { header: header(0), kind: 'text', value: (row) => row.residentName },
      { header: header(1), kind: 'day', value: (row) => row.bornOn },
      { header: header(2), kind: 'text', value: (row) => KINDS[locale][row.kind ?? ''] },
      {
        header: header(3),
        kind: 'text',
        value: (row) => (row.scale === null ? null : SCALES[row.scale].name[language]),
      },
      {
        header: header(4),
        kind: 'text',
        value: (row) =>
          row.scale === null || row.level === null
            ? null
            : (levelName(row.scale, row.level)?.[language] ?? String(row.level)),
      },
      { header: header(5), kind: 'day', value: (row) => row.until },
      {
        header: header(6),
        kind: 'integer',
        value: (row) => (row.until === null ? null : daysBetween(this.clock.today(), row.until)),
      },
      { header: header(7), kind: 'text', value: (row) => row.number },
      { header: header(8), kind: 'day', value: (row) => row.assessedOn },
    ];
  }

  private async rows(
    scope: Scope,
    filters: Readonly<Record<string, string>>,
    limit: number,
  ): Promise<readonly QueueRow[]> {
    const tab = QUEUE_TABS.find((known) => known === filters['tab']);
    if (tab === undefined) {
      throw new InputError([{ path: 'tab', rule: 'isIn' }]);
    }
    return (await this.queue.page(scope, pageOf(filters, tab, limit))).items;
  }
}

function pageOf(
  filters: Readonly<Record<string, string>>,
  tab: QueueTab,
  pageSize: number,
): Parameters<AssessmentQueueService['page']>[1] {
  const kind = filters['kind'];
  return {
    centerId: filters['centerId'] ?? '',
    tab,
    page: 1,
    pageSize,
    search: filters['search'] ?? null,
    kind: kind === 'INSTITUTION' || kind === 'OFFICIAL' ? kind : null,
  };
}
