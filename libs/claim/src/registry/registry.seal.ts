import { Injectable } from '@nestjs/common';
import { FieldCrypto } from '@yibu/platform';
import { PersonalData } from '@yibu/resident';

/** Names, numbers and files of the county's lists, sealed as those of residents are, found by the same blind index. */
@Injectable()
export class RegistrySeal {
  constructor(
    private readonly crypto: FieldCrypto,
    private readonly personal: PersonalData,
  ) {}

  /** Hex of the index under which a resident with this number is found in the county. */
  async indexOf(countyCode: string, idNumber: string): Promise<string> {
    return (await this.personal.indexOf(countyCode, 'CITIZEN', idNumber)).toString('hex');
  }

  async number(countyCode: string, rowId: string, idNumber: string): Promise<Buffer> {
    return await this.crypto.encrypt(rowPlace(countyCode, rowId, 'id_number'), idNumber);
  }

  async name(countyCode: string, rowId: string, name: string): Promise<Buffer> {
    return await this.crypto.encrypt(rowPlace(countyCode, rowId, 'name'), name);
  }

  async openName(countyCode: string, rowId: string, sealed: Buffer): Promise<string> {
    return await this.crypto.decrypt(rowPlace(countyCode, rowId, 'name'), sealed);
  }

  async file(countyCode: string, listId: string, bytes: Buffer): Promise<Buffer> {
    return await this.crypto.encrypt(filePlace(countyCode, listId), bytes.toString('base64'));
  }

  async openFile(countyCode: string, listId: string, sealed: Buffer): Promise<Buffer> {
    const text = await this.crypto.decrypt(filePlace(countyCode, listId), sealed);
    return Buffer.from(text, 'base64');
  }
}

const rowPlace = (countyCode: string, rowId: string, column: 'id_number' | 'name') => ({
  countyCode,
  table: 'registry_row',
  column,
  rowId,
});

const filePlace = (countyCode: string, listId: string) => ({
  countyCode,
  table: 'registry_list',
  column: 'content',
  rowId: listId,
});
