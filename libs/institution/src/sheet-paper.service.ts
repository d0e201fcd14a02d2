import { Injectable } from '@nestjs/common';
import { findCenter } from '@yibu/center';
import { buildInstitutionSheet, type BuiltPaper } from '@yibu/filing';
import { lastDay, shanghaiDay } from '@yibu/kernel';
import { UnitOfWork, type Locale, type Scope } from '@yibu/platform';

import { openBody } from './sheet.body.js';
import type { SheetSectionView } from './sheet.graphql.js';
import { findSheet, type StoredSheet } from './sheet.queries.js';
import { viewOf } from './sheet.view.js';

interface FiledSheet {
  readonly sheet: StoredSheet;
  readonly code: string;
  readonly centerName: string;
  readonly operatorName: string;
  readonly countyName: string;
  readonly sections: readonly SheetSectionView[];
  /** What stands above the tables: a name and its value. */
  readonly head: readonly (readonly [string, string])[];
}

/** A filed sheet on paper and in a spreadsheet: what was filed and nothing of today. */
@Injectable()
export class SheetPaperService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async read(scope: Scope, sheetId: string, locale: Locale): Promise<FiledSheet> {
    const db = this.unitOfWork.read(scope);
    const sheet = await findSheet(db, sheetId);
    const body = openBody(sheet.body, sheet.digest);
    const { code, countyName } = await findCenter(db, lastDay(sheet.month), sheet.centerId);
    const centerName = body.facts['centerName'] ?? '';
    const operatorName = body.facts['operator'] ?? '';
    const word = (zh: string, en: string): string => (locale === 'en' ? en : zh);
    return {
      ...{ sheet, code, countyName, centerName, operatorName },
      sections: viewOf(body, body, locale).sections,
      head: [
        [word('月份', 'Month'), sheet.month],
        [word('机构', 'Center'), centerName],
        [word('运营方', 'Operator'), operatorName],
        [word('统计时点', 'As of the end of'), lastDay(sheet.month)],
        [word('版本', 'Version'), String(sheet.number)],
        [word('填报人', 'Filed by'), sheet.filedByName],
        [word('填报日期', 'Filed on'), shanghaiDay(new Date(sheet.filedAt))],
        [word('重报原因', 'Filed again because'), sheet.reason ?? ''],
        ['SHA-256', sheet.digest],
      ],
    };
  }

  async paper(scope: Scope, sheetId: string, language?: string): Promise<BuiltPaper> {
    const locale: Locale = language === 'en' ? 'en' : 'zh-CN';
    const filed = await this.read(scope, sheetId, locale);
    const { sheet } = filed;
    const built = await buildInstitutionSheet({
      month: sheet.month,
      lastDay: lastDay(sheet.month),
      centerCode: filed.code,
      centerName: filed.centerName,
      operatorName: filed.operatorName,
      countyName: filed.countyName,
      version: sheet.number,
      reason: sheet.reason,
      filedBy: sheet.filedByName,
      filedOn: shanghaiDay(new Date(sheet.filedAt)),
      filedAt: new Date(sheet.filedAt).toISOString(),
      digest: sheet.digest,
      sections: filed.sections.map(({ label, cells }) => ({
        title: label,
        cells: cells.map((cell) => ({
          label: cell.label,
          value: cell.figure === null ? cell.text : String(cell.figure),
          isFigure: cell.figure !== null,
        })),
      })),
      language: locale,
    });
    await this.unitOfWork.run(scope, (tx) => {
      tx.audit({
        entity: 'institutionSheet',
        entityId: sheet.id,
        centerId: sheet.centerId,
        action: 'download',
        changes: [{ field: 'month', from: null, to: sheet.month }],
      });
      return Promise.resolve();
    });
    return built;
  }
}
