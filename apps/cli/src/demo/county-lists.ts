import { CallService, RegistryService } from '@yibu/claim';
import {
  addMonthsToMonth,
  firstDay,
  lastDay,
  monthOf,
  type LocalDate,
  type YearMonth,
} from '@yibu/kernel';
import { JobRunner, writeXlsx } from '@yibu/platform';
import { ResidentDesk } from '@yibu/resident';

import { DemoPeople } from './people.js';
import { Random } from './random.js';
import type { Teller } from './teller.js';

interface Entry {
  readonly name: string;
  readonly idNumber: string;
}

type Row = Readonly<Record<string, string>>;

/** What the registers of the smaller county say: two of its lists meet people of the claim that waits for review. */
export async function bringCountyLists(teller: Teller, today: LocalDate): Promise<void> {
  const month = addMonthsToMonth(monthOf(today), -1);
  const [dead, patient] = await claimedPeople(teller, month);
  if (!dead || !patient) {
    return;
  }
  const others = new DemoPeople(new Random(91));
  const [first, second, third] = [others.elder(), others.elder(), others.elder()];
  await bring(teller, {
    kind: 'DEATH',
    fileName: `云岭县${month}火化名单.xlsx`,
    rows: [
      death(first, `${month}-03`),
      death(dead, `${month}-18`),
      // A slip of the list: the wrong check digit stays outside.
      death({ ...second, idNumber: `${second.idNumber.slice(0, 17)}A` }, `${month}-20`),
      death(third, lastDay(month)),
    ],
  });
  await bring(teller, {
    kind: 'INPATIENT',
    fileName: `云岭县人民医院${month}住院名单.xlsx`,
    rows: [patient, second].map((entry) => ({
      姓名: entry.name,
      身份证号: entry.idNumber,
      医院: '云岭县人民医院',
      入院日期: `${month}-05`,
      出院日期: `${month}-11`,
    })),
  });
  await teller.app.get(JobRunner).runOne('claim-match');
  await teller.app.get(JobRunner).runOne('claim-match');
  await queueCalls(teller);
}

/** Three people of the waiting claim whom the bureau will ring up and ask. */
async function queueCalls(teller: Teller): Promise<void> {
  const lines = await teller.dataSource.query<{ id: string }[]>(
    `SELECT l.id FROM claim c JOIN claim_line l ON l.claim_id = c.id AND l.month = c.period
     WHERE c.center_id = ? AND c.status = 'SUBMITTED' AND l.status = 'PAYABLE' AND l.subject_kind = 'person'
     ORDER BY l.seq DESC LIMIT 3`,
    [teller.centerId('yunling')],
  );
  await teller.app.get(CallService).queueLines(
    await teller.as('bureau', 'yunling'),
    lines.map(({ id }) => id),
  );
}

const death = ({ name, idNumber }: Entry, diedOn: string): Row => ({
  逝者姓名: name,
  身份证号: idNumber,
  死亡日期: diedOn,
  殡仪馆: '云岭县殡仪馆',
});

interface List {
  readonly kind: 'DEATH' | 'INPATIENT';
  readonly fileName: string;
  readonly rows: readonly Row[];
}

async function bring(teller: Teller, { kind, fileName, rows }: List): Promise<void> {
  const lists = teller.app.get(RegistryService);
  const bytes = await writeXlsx<Row>({
    title: '名单',
    columns: Object.keys(rows[0] ?? {}).map((header) => ({
      header,
      kind: 'text',
      value: (row) => row[header],
    })),
    rows,
  });
  const { id } = await lists.upload(await teller.as('bureau', 'yunling'), {
    kind,
    fileName,
    bytes,
  });
  await lists.accept(await teller.as('bureau', 'yunling'), {
    listId: id,
    version: 1,
    completeFor: [],
  });
}

/** Two people with money in the newest claim of the county who live there all month. */
async function claimedPeople(teller: Teller, month: YearMonth): Promise<Entry[]> {
  const people = await teller.dataSource.query<{ id: string; name: string }[]>(
    `SELECT DISTINCT r.id, r.name FROM claim c JOIN claim_line l ON l.claim_id = c.id AND l.month = c.period
     JOIN resident r ON r.id = l.subject_id JOIN stay s ON s.resident_id = r.id AND s.status = 'ACTIVE'
     WHERE c.center_id = ? AND c.status = 'SUBMITTED' AND l.status = 'PAYABLE' AND r.id_number_index IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM absence a WHERE a.resident_id = r.id
         AND (a.until_on IS NULL OR a.until_on > ?))
     ORDER BY r.id LIMIT 2`,
    [teller.centerId('yunling'), firstDay(month)],
  );
  const entries: Entry[] = [];
  for (const { id, name } of people) {
    const idNumber = await teller.app
      .get(ResidentDesk)
      .revealIdNumber(await teller.as('manager', 'yunling'), id, '核对县级名单（演示）');
    entries.push({ name, idNumber: idNumber ?? '' });
  }
  return entries;
}
