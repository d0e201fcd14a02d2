/** What a command of `yibu` printed, and its exit code. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export async function saying(work: () => Promise<number>): Promise<Said> {
  const said = { out: '', err: '' };
  const out = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said.out += String(text);
    return true;
  });
  const err = jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said.err += String(text);
    return true;
  });
  try {
    return { code: await work(), ...said };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

/** One resident of one center, with an assessed level, for half a year. */
export const facts = {
  schema: 'facts/1',
  county: '140522',
  center: { id: 'c1' },
  people: [{ id: 'p1', bornOn: '1940-05-06' }],
  stays: [{ id: 's1', person: 'p1', from: '2025-01-10', until: '2025-06-30' }],
  assessments: [
    { id: 'a1', person: 'p1', scale: 'GBT42195', level: 3, kind: 'OFFICIAL', from: '2025-01-05' },
  ],
};
