import { RosterService } from '@yibu/bed';
import { addDays, type LocalDate } from '@yibu/kernel';
import { writeXlsx, type SheetColumn } from '@yibu/platform';

import { DemoPeople, type DemoPerson } from './people.js';
import { Random } from './random.js';
import type { Teller } from './teller.js';

interface Row extends DemoPerson {
  readonly bed: string;
  readonly admittedOn: string;
}

const PEOPLE = 12;

const column = (header: string, value: (row: Row) => string): SheetColumn<Row> => ({
  header,
  kind: 'text',
  value,
});

/** A list as centers keep it, with the slips of such lists: somebody uploaded it and has not gone on. */
export async function leaveRosterWaiting(teller: Teller, today: LocalDate): Promise<void> {
  const people = new DemoPeople(new Random(77));
  const rows = Array.from({ length: PEOPLE }, (_, index): Row => {
    const admittedOn = addDays(today, -20 - index * 3);
    return {
      ...people.elder(),
      bed: `3${String(11 + Math.floor(index / 2))}-${(index % 2) + 1}`,
      // Written by different hands.
      admittedOn: index % 3 === 0 ? admittedOn.replaceAll('-', '.') : admittedOn,
    };
  });
  const bytes = await writeXlsx<Row>({
    title: '老人名单',
    columns: [
      column('姓名', (row) => (row === rows[3] ? ` ${row.name} ` : row.name)),
      // One number with a wrong check digit: the import names the row and the column.
      column('身份证号', (row) =>
        row === rows[5] ? `${row.idNumber.slice(0, 17)}A` : row.idNumber,
      ),
      column('入住日期', (row) => row.admittedOn),
      column('床位', (row) => row.bed),
      column('联系人姓名', (row) => `${row.name.charAt(0)}家属`),
      column('联系人关系', () => '子女'),
      column('联系人电话', (row) => row.phone),
    ],
    rows,
  });
  await teller.app.get(RosterService).upload(await teller.as('manager', 'fengcheng'), {
    centerId: teller.centerId('fengcheng'),
    kind: 'ROSTER',
    fileName: '凤栖新增老人名单.xlsx',
    bytes,
  });
}
