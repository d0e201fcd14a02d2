import type { INestApplicationContext } from '@nestjs/common';
import { MatchService, RegistryDesk, RegistryService, RegistryWithdrawal } from '@yibu/claim';
import type { LocalDate } from '@yibu/kernel';
import { PersonalData } from '@yibu/resident';

import type { TestApp } from './app.js';
import type { ClaimWorld } from './claim-world.js';
import { workbook, type Row } from './roster-desk.js';
import { fictionalIdNumber } from './world.js';

type Kind = Parameters<RegistryService['upload']>[1]['kind'];
type Support = Parameters<RegistryService['accept']>[1]['completeFor'];

export interface ListState {
  readonly status: string;
  readonly version: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly remarks: readonly {
    readonly row: number;
    readonly field: string | null;
    readonly heading: string | null;
    readonly cell: string | null;
    readonly rule: string;
  }[];
}

/** A bureau that takes in the county's lists, and looks at claims beside them. */
export class RegistryWorld {
  readonly lists: RegistryService;
  readonly withdrawal: RegistryWithdrawal;
  readonly desk: RegistryDesk;
  readonly matches: MatchService;

  constructor(
    readonly test: TestApp<INestApplicationContext>,
    readonly world: ClaimWorld,
  ) {
    this.lists = test.app.get(RegistryService);
    this.withdrawal = test.app.get(RegistryWithdrawal);
    this.desk = test.app.get(RegistryDesk);
    this.matches = test.app.get(MatchService);
  }

  /** Gives a resident the fictional number of a sequence, and says it. */
  async number(residentId: string, sequence: number): Promise<string> {
    const idNumber = fictionalIdNumber('1940-05-06', sequence);
    const { countyCode } = this.world.world;
    const sealed = await this.test.app.get(PersonalData).sealNumber(countyCode, residentId, {
      idType: 'CITIZEN',
      idNumber,
    } as never);
    await this.test.dataSource.query(
      `UPDATE resident SET id_type = 'CITIZEN', no_id_reason = NULL, id_number_cipher = ?, id_number_index = ?,
         id_last4 = ?, household_county = ? WHERE id = ?`,
      [sealed.idNumberCipher, sealed.idNumberIndex, sealed.idLast4, countyCode, residentId],
    );
    return idNumber;
  }

  async upload(kind: Kind, rows: readonly Row[] | Buffer): Promise<string> {
    const { id } = await this.lists.upload(await this.world.as('reviewer'), {
      kind,
      fileName: '名单.xlsx',
      bytes: Buffer.isBuffer(rows) ? rows : await workbook(rows as readonly Row[]),
    });
    return id;
  }

  async accept(
    listId: string,
    more: {
      readonly completeFor?: Support;
      readonly coversFrom?: LocalDate;
      readonly coversThrough?: LocalDate;
    } = {},
  ): Promise<ListState> {
    const { version } = await this.state(listId);
    await this.lists.accept(await this.world.as('reviewer'), {
      listId,
      version,
      completeFor: [],
      ...more,
    });
    await this.world.work();
    return await this.state(listId);
  }

  async listed(kind: Kind, rows: readonly Row[]): Promise<ListState & { readonly id: string }> {
    const id = await this.upload(kind, rows);
    return { id, ...(await this.accept(id)) };
  }

  async state(listId: string): Promise<ListState> {
    const [row] = await this.test.dataSource.query<
      { status: string; version: number; counts: string; remarks: string }[]
    >('SELECT status, version, counts, remarks FROM registry_list WHERE id = ?', [listId]);
    return {
      status: row?.status ?? 'GONE',
      version: row?.version ?? 0,
      counts: JSON.parse(row?.counts ?? '{}') as ListState['counts'],
      remarks: JSON.parse(row?.remarks ?? '[]') as ListState['remarks'],
    };
  }

  /** Findings of a draft that come from the lists, as the operator reads them. */
  async findings(claimId: string): Promise<{ code: string; name: string; params: string }[]> {
    return await this.test.dataSource.query(
      `SELECT code, subject_name AS name, params FROM claim_check
       WHERE claim_id = ? AND code IN ('R04', 'R05', 'R06', 'R07', 'D06', 'X04', 'X05') ORDER BY seq`,
      [claimId],
    );
  }
}
