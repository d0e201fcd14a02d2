import type { INestApplicationContext } from '@nestjs/common';
import { PackLibraryService } from '@yibu/claim';
import { ExportRegistry } from '@yibu/platform';
import exceljs from 'exceljs';

import { startServices, type TestApp } from '../support/app.js';
import { ClaimWorld } from '../support/claim-world.js';

const rules = (version: string, title: unknown): object => ({
  schema: 'pack/1',
  id: 'mountain-beds',
  version,
  title: '虚构山区县补贴办法',
  jurisdiction: { name: '虚构山区县', counties: ['*'] },
  documents: [{ id: 'D', title: '虚构山区县补贴办法' }],
  programs: [
    {
      id: 'bed-subsidy',
      title,
      source: { document: 'D', clause: '第三条' },
      subject: 'person',
      per: 'MONTH',
      quantity: { count: 'residentMonths', partial: 'ANY_DAY' },
      rate: { fen: 10000 },
    },
  ],
});

let test: TestApp<INestApplicationContext>;
let mountain: ClaimWorld;
let plain: ClaimWorld;

const publish = async (version: string, title: unknown): Promise<void> => {
  await test.app.get(PackLibraryService).upload(await mountain.as('reviewer'), {
    countyCode: mountain.world.countyCode,
    text: JSON.stringify(rules(version, title)),
  });
};

const calledIn = async (world: ClaimWorld, who: 'officer' | 'reviewer'): Promise<string[]> => {
  const names = await test.app.get(PackLibraryService).programNames(await world.as(who));
  return names
    .filter(
      ({ countyCode, program }) =>
        countyCode === world.world.countyCode && program === 'bed-subsidy',
    )
    .map(({ zh, en }) => `${zh} / ${en}`);
};

beforeAll(async () => {
  test = await startServices();
  test.clock.setDay('2025-05-03');
  mountain = await ClaimWorld.create(test);
  plain = await ClaimWorld.create(test);
  await publish('1', '山区床位补贴');
  await mountain.activate('mountain-beds', '2025-01');
});
afterAll(async () => {
  await test.close();
});

describe('a program is called what the county’s own rules call it', () => {
  it('by officer and bureau alike, and by nobody of another county', async () => {
    expect(await calledIn(mountain, 'officer')).toEqual(['山区床位补贴 / 山区床位补贴']);
    expect(await calledIn(mountain, 'reviewer')).toEqual(['山区床位补贴 / 山区床位补贴']);
    expect(await calledIn(plain, 'officer')).toEqual(['床位补贴 / Bed subsidy']);
    const said = await test.app.get(PackLibraryService).programNames(await plain.as('reviewer'));
    expect(said.filter(({ zh }) => zh === '山区床位补贴')).toEqual([]);
  });

  it('by the text in force: a later one changes nothing before it is confirmed', async () => {
    await publish('2', { zh: '高山床位补贴', en: 'Bed subsidy of the mountains' });
    expect(await calledIn(mountain, 'reviewer')).toEqual(['山区床位补贴 / 山区床位补贴']);
    await mountain.activate('mountain-beds', '2025-05');
    expect(await calledIn(mountain, 'reviewer')).toEqual([
      '高山床位补贴 / Bed subsidy of the mountains',
    ]);
  });

  it('also in the lines that leave as a workbook, with every code in words', async () => {
    await mountain.nothingOnPaper('2025-01');
    await mountain.resident({ from: '2025-01-10', name: '阿远' });
    const draft = await mountain.draft('2025-04');
    const [sheet] =
      (await test.app
        .get(ExportRegistry)
        .get('claim-lines')
        ?.sheets(await mountain.as('officer'), { claimId: draft.id })) ?? [];
    const page = new exceljs.Workbook().addWorksheet('lines');
    sheet?.fill(page);
    const shown: string[] = [];
    page.eachRow((row) => {
      shown.push([2, 3, 4, 5, 6].map((column) => row.getCell(column).text).join(' '));
    });
    expect(shown).toContain('高山床位补贴 阿远 2025-04 本期 可申报');
  });
});
