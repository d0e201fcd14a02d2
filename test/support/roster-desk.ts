import type { INestApplicationContext } from '@nestjs/common';
import { RosterService, type RosterKind } from '@yibu/bed';
import { JobRunner, writeXlsx } from '@yibu/platform';

import type { TestApp } from './app.js';
import { fictionalIdNumber, type World } from './world.js';

export type Row = Readonly<Record<string, string>>;
type List = Awaited<ReturnType<RosterService['get']>>;

/** A center's own list, as its own headings have it. */
export async function workbook(rows: readonly Row[]): Promise<Buffer> {
  const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = headings.map((header) => ({
    header,
    kind: 'text' as const,
    value: (row: Row) => row[header] ?? '',
  }));
  return await writeXlsx({ title: '老人名单', columns, rows });
}

export const person = (index: number, more: Row = {}): Row => ({
  姓名: `王${'秀英桂兰玉梅'.charAt(index % 6)}${'春夏秋冬'.charAt(index % 4)}`,
  身份证号: fictionalIdNumber('1940-05-06', index + 1),
  入住日期: '2026.3.1',
  床位: `${3 + Math.floor(index / 20)}${String((index % 20) + 1).padStart(2, '0')}-1`,
  ...more,
});

/** A manager who takes in lists; whatever the worker has to do is done before an answer. */
export class RosterDesk {
  readonly lists: RosterService;

  constructor(private readonly test: TestApp<INestApplicationContext>) {
    this.lists = test.app.get(RosterService);
  }

  /** Upload, take the guessed columns, check. */
  async checked(
    world: World,
    rows: readonly Row[] | Buffer,
    kind: RosterKind = 'ROSTER',
  ): Promise<List> {
    const uploaded = await this.lists.upload(await world.as('CENTER_MANAGER'), {
      centerId: world.centerId,
      kind,
      fileName: '老人名单.xlsx',
      bytes: Buffer.isBuffer(rows) ? rows : await workbook(rows as readonly Row[]),
    });
    await this.lists.startCheck(await world.as('CENTER_MANAGER'), {
      importId: uploaded.id,
      version: uploaded.version,
      mapping: uploaded.mapping,
      options: { createBeds: true, building: '主楼', floorPattern: '{f}层' },
    });
    return await this.settled(world, uploaded.id);
  }

  /** Says what words for categories stand for, and checks once more. */
  async settledWords(
    world: World,
    list: List,
    categoryWords: Parameters<RosterService['startCheck']>[1]['categoryWords'],
  ): Promise<List> {
    const { id: importId, version, mapping, options } = list;
    const request = { importId, version, mapping, options, categoryWords };
    await this.lists.startCheck(await world.as('CENTER_MANAGER'), request);
    return await this.settled(world, importId);
  }

  async accepted(
    world: World,
    list: List,
    more: {
      mode?: 'GOOD_ROWS' | 'ALL_OR_NOTHING';
      changedRows?: number[];
      openLevels?: 'ONE_BY_ONE' | 'WITHOUT_END';
    } = {},
  ): Promise<List> {
    await this.lists.startAccept(await world.as('CENTER_MANAGER'), {
      importId: list.id,
      version: list.version,
      mode: more.mode ?? 'GOOD_ROWS',
      changedRows: more.changedRows ?? [],
      openLevels: more.openLevels ?? 'ONE_BY_ONE',
    });
    return await this.settled(world, list.id);
  }

  private async settled(world: World, importId: string): Promise<List> {
    const runner = this.test.app.get(JobRunner);
    while (await runner.runOne()) {
      // until nothing is queued
    }
    return await this.lists.get(await world.as('CENTER_MANAGER'), importId);
  }
}
