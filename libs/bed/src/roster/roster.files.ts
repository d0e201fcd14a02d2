import { Injectable } from '@nestjs/common';
import { UnitOfWork, writeXlsx, type Locale, type Scope, type SheetColumn } from '@yibu/platform';
import { CATEGORY_CODES, CATEGORY_NAMES } from '@yibu/resident';

import { WORDS } from './cell.rules.js';
import type { CheckedRow } from './roster.entity.js';
import {
  FIELDS_OF,
  REQUIRED_MARK,
  REQUIRED_OF,
  type RosterField,
  type RosterKind,
} from './roster.fields.js';
import { findImport } from './roster.queries.js';
import { RosterService } from './roster.service.js';
import { fieldName, KIND_TITLES, PROBLEM_COLUMN, remarkText, ROW_COLUMN } from './roster.words.js';

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

  /** The rows that stayed outside, as they were typed, each with its problems: mend it and send it again. */
  async problems(scope: Scope, importId: string): Promise<{ fileName: string; bytes: Buffer }> {
    const db = this.unitOfWork.read(scope);
    const list = await findImport(db, importId);
    const outcomes = await this.lists.outcomes(scope, importId);
    const bad = new Map(
      outcomes.filter(({ outcome }) => outcome === 'PROBLEM').map((row) => [row.number, row]),
    );
    const sheet = await this.lists.sheetOf(db, list);
    const rows = sheet.rows.filter(({ number }) => bad.has(number));
    type Row = (typeof rows)[number];
    const { locale } = scope;
    const columns: SheetColumn<Row>[] = [
      {
        header: PROBLEM_COLUMN[locale],
        kind: 'text',
        width: 60,
        value: ({ number }) => problemText(bad.get(number), locale),
      },
      { header: ROW_COLUMN[locale], kind: 'integer', width: 8, value: ({ number }) => number },
      ...sheet.header.map((header, index): SheetColumn<Row> => ({
        header,
        kind: 'text',
        value: ({ cells }) => cells[index] ?? '',
      })),
    ];
    const title = `${PROBLEM_COLUMN[locale]}-${list.fileName.replace(/\.\w+$/, '')}`;
    return { fileName: `${title}.xlsx`, bytes: await writeXlsx({ title, columns, rows }) };
  }
}

const problemText = (row: CheckedRow | undefined, locale: Locale): string =>
  (row?.problems ?? [])
    .map((problem) => remarkText(problem, locale))
    .join(locale === 'en' ? '; ' : '；');
