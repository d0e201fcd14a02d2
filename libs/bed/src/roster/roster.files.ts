import { Injectable } from '@nestjs/common';
import {
  UnitOfWork,
  writeProblemSheet,
  writeXlsx,
  type Locale,
  type Scope,
  type SheetColumn,
} from '@yibu/platform';
import { CATEGORY_CODES, CATEGORY_NAMES } from '@yibu/resident';

import { WORDS } from './cell.words.js';
import {
  FIELDS_OF,
  REQUIRED_MARK,
  REQUIRED_OF,
  type RosterField,
  type RosterKind,
} from './roster.fields.js';
import { findImport } from './roster.queries.js';
import { RosterService } from './roster.service.js';
import { fieldName, KIND_TITLES, remarkText } from './roster.words.js';

type Cells = Readonly<Partial<Record<RosterField, string>>>;

/** A drop-down offers the first word of each; a comma would end the list. */
const firstWords = (words: Readonly<Record<string, readonly string[]>>): string[] =>
  Object.values(words).map(([first]) => (first ?? '').replaceAll(',', '、'));

const CHOICES: Readonly<Partial<Record<RosterField, readonly string[]>>> = {
  sex: firstWords(WORDS.sex),
  idType: firstWords(WORDS.idType),
  education: firstWords(WORDS.education),
  marital: firstWords(WORDS.marital),
  contactRelation: firstWords(WORDS.relation),
  endKind: firstWords(WORDS.endKind),
  absenceKind: firstWords(WORDS.absenceKind),
  levelKind: firstWords(WORDS.levelKind),
  categories: CATEGORY_CODES.map((code) => CATEGORY_NAMES['zh-CN'][code]),
  levelScale: ['GB/T 42195-2022', 'MZ/T 039-2013', '长期护理失能等级'],
};

/** Columns that a template offers; the rest is understood when a list has it. */
const LEFT_OUT = new Set<RosterField>(['noIdReason', 'nation', 'building', 'floor', 'room']);

/** Files for people: an empty template, and their own rows with what must be mended beside them. */
@Injectable()
export class RosterFiles {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lists: RosterService,
  ) {}

  async template(kind: RosterKind, locale: Locale): Promise<{ fileName: string; bytes: Buffer }> {
    const title = KIND_TITLES[kind][locale];
    const columns = FIELDS_OF[kind]
      .filter((field) => !LEFT_OUT.has(field))
      .map((field): SheetColumn<Cells> => {
        const mark = REQUIRED_OF[kind].includes(field) ? REQUIRED_MARK : '';
        const choices = CHOICES[field];
        return {
          header: `${fieldName(field, locale)}${mark}`,
          kind: 'text',
          width: field === 'idNumber' || field === 'householdAddress' ? 24 : 14,
          value: (cells) => cells[field],
          ...(choices ? { choices } : {}),
        };
      });
    return { fileName: `${title}.xlsx`, bytes: await writeXlsx({ title, columns, rows: [] }) };
  }

  async problems(scope: Scope, importId: string): Promise<{ fileName: string; bytes: Buffer }> {
    const db = this.unitOfWork.read(scope);
    const list = await findImport(db, importId);
    const outcomes = await this.lists.outcomes(scope, importId);
    const { locale } = scope;
    const bad = outcomes
      .filter(({ outcome }) => outcome === 'PROBLEM')
      .map(
        ({ number, problems }) =>
          [number, problems.map((problem) => remarkText(problem, locale))] as const,
      );
    return await writeProblemSheet({
      fileName: list.fileName,
      sheet: await this.lists.sheetOf(db, list),
      problems: new Map(bad),
      locale,
    });
  }
}
