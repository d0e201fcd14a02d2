import { Injectable } from '@nestjs/common';
import {
  UnitOfWork,
  writeProblemSheet,
  writeXlsx,
  type Locale,
  type Scope,
  type SheetColumn,
} from '@yibu/platform';

import {
  FIELDS_OF,
  REQUIRED_OF,
  type RegistryField,
  type RegistryKind,
} from './registry.fields.js';
import { openList } from './list.repository.js';
import { remarksOfList } from './registry.queries.js';
import { DEED_WORDS, DIRECTION_WORDS, SUPPORT_WORDS } from './registry-row.rules.js';
import { RegistryService } from './registry.service.js';
import { fieldName, KIND_TITLES, remarkText } from './registry.words.js';

type Cells = Readonly<Partial<Record<RegistryField, string>>>;

const firstWords = (words: Readonly<Record<string, readonly string[]>>): string[] =>
  Object.values(words).map(([first]) => first ?? '');

const CHOICES: Readonly<Partial<Record<RegistryField, readonly string[]>>> = {
  direction: firstWords(DIRECTION_WORDS),
  support: firstWords(SUPPORT_WORDS),
  deed: firstWords(DEED_WORDS),
};

/** Files for the bureau: an empty template of each kind, and its own rows with what must be mended beside them. */
@Injectable()
export class RegistryFiles {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lists: RegistryService,
  ) {}

  async template(kind: RegistryKind, locale: Locale): Promise<{ fileName: string; bytes: Buffer }> {
    const title = KIND_TITLES[kind][locale];
    const columns = FIELDS_OF[kind].map((field): SheetColumn<Cells> => {
      const isNeeded = REQUIRED_OF[kind].some((group) => group.includes(field));
      const choices = CHOICES[field];
      return {
        header: `${fieldName(field, locale)}${isNeeded ? '*' : ''}`,
        kind: 'text',
        width: field === 'idNumber' ? 24 : 16,
        value: (cells) => cells[field],
        ...(choices ? { choices } : {}),
      };
    });
    return { fileName: `${title}.xlsx`, bytes: await writeXlsx({ title, columns, rows: [] }) };
  }

  async problems(scope: Scope, listId: string): Promise<{ fileName: string; bytes: Buffer }> {
    const db = this.unitOfWork.read(scope);
    const list = await openList(db, listId);
    const problems = new Map<number, string[]>();
    for (const remark of await remarksOfList(db, listId)) {
      if (remark.isProblem) {
        const said = problems.get(remark.row) ?? [];
        problems.set(remark.row, [...said, remarkText(remark, scope.locale)]);
      }
    }
    return await writeProblemSheet({
      fileName: list.fileName,
      sheet: await this.lists.sheetOf(list),
      problems,
      locale: scope.locale,
    });
  }
}
