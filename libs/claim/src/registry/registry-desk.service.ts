import { Injectable } from '@nestjs/common';
import { InputError, maskIdNumber, readIdNumber } from '@yibu/kernel';
import { UnitOfWork, type Db, type Scope } from '@yibu/platform';

import type { RegistryRow, RegistryRowPage, RegistryRowsArgs } from './registry.graphql.js';
import { pageRows, rowsById, rowsOfPerson, type SealedRow } from './registry.queries.js';
import { countiesOf } from './registry.repository.js';
import { RegistrySeal } from './registry.seal.js';

const ID_LENGTH = 18;
const EXPORT_ROWS = 20_000;

/** Looking at the county's lists: names open, numbers masked. */
@Injectable()
export class RegistryDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly seal: RegistrySeal,
  ) {}

  async rows(scope: Scope, args: RegistryRowsArgs): Promise<RegistryRowPage> {
    const page = await pageRows(this.unitOfWork.read(scope), args);
    return { total: page.total, items: await this.openAll(page.items) };
  }

  async exportRows(scope: Scope, listId: string): Promise<RegistryRow[]> {
    const args = { listId, matched: false, page: 1, pageSize: EXPORT_ROWS };
    return (await this.rows(scope, args)).items;
  }

  /** By the exact number. The number travels in the body of a request and is kept nowhere. */
  async ofPerson(scope: Scope, typed: string): Promise<RegistryRow[]> {
    const reading = readIdNumber(typed);
    if (!reading.ok) {
      throw new InputError([{ path: 'fullIdNumber', rule: `ID_${reading.problem}` }]);
    }
    const indexes = await Promise.all(
      countiesOf(scope).map(async (county) =>
        Buffer.from(await this.seal.indexOf(county, reading.number), 'hex'),
      ),
    );
    return await this.openAll(await rowsOfPerson(this.unitOfWork.read(scope), indexes));
  }

  async byId(db: Db, ids: readonly string[]): Promise<Map<string, RegistryRow>> {
    const rows = ids.length === 0 ? [] : await this.openAll(await rowsById(db, ids));
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async openAll(rows: readonly SealedRow[]): Promise<RegistryRow[]> {
    return await Promise.all(
      rows.map(async ({ nameCipher, idLast4, countyCode, centerNames, ...row }) => ({
        ...row,
        name: await this.seal.openName(countyCode, row.id, nameCipher),
        idNumberMasked: maskIdNumber(idLast4.padStart(ID_LENGTH, '*')),
        centerNames: centerNames === null ? [] : centerNames.split('\n'),
      })),
    );
  }
}
