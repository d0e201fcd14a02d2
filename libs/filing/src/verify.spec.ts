import exceljs from 'exceljs';

import { canonicalBytes } from './canonical.js';
import type { Assessment } from './filing.js';
import { buildFiling } from './package/build-filing.js';
import { signManifest, type SignedManifest } from './package/manifest.js';
import { readZip, writeZip } from './package/zip.js';
import { edit, forged, tampered, withOneByteChanged } from './sample/forger.js';
import { sampleFiling, samplePack } from './sample/sample-filing.js';
import { sampleSigner, signerOfSeed } from './sample/sample-signer.js';
import { sayFinding } from './verify/say-finding.js';
import { CHECKS } from './verify/verification.js';
import { verifyFiling } from './verify/verify-filing.js';

type Line = { -readonly [K in keyof Assessment['lines'][number]]: Assessment['lines'][number][K] };

const PEOPLE = 5;
let honest: Buffer;

async function failures(bytes: Buffer): Promise<string[]> {
  const { verified, findings } = await verifyFiling(bytes, sampleSigner.publicKey);
  const failed = findings.filter(({ outcome }) => outcome === 'FAILED');
  expect(verified).toBe(failed.length === 0);
  for (const finding of failed) {
    expect(sayFinding(finding, 'zh')).not.toContain('undefined');
    expect(sayFinding(finding, 'en')).not.toContain(finding.code);
  }
  return failed.map(({ code }) => code);
}

beforeAll(async () => {
  honest = (await buildFiling(sampleFiling(PEOPLE), sampleSigner)).bytes;
});

describe('an honest package', () => {
  it('names the engine that computed it; another result of the same facts is another engine', async () => {
    const signed = JSON.parse(String(await manifestOfHonest())) as SignedManifest;
    const { sha256 } =
      signed.manifest.files.find(({ name }) => name === 'result.json') ??
      ({} as { sha256?: string });
    // Where this digest changes, ENGINE in claim-engine counts up with it.
    expect([signed.manifest.engine, sha256]).toMatchInlineSnapshot(`
[
  6,
  "e738ce062f45f88d77866a59e330bec322b699607f5b52d95b5ff232213a1ebf",
]
`);
  });

  it('verifies in every respect with the key of its operator', async () => {
    const { verified, claim, findings } = await verifyFiling(honest, sampleSigner.publicKey);
    expect(findings.map(({ check, outcome }) => `${check} ${outcome}`)).toEqual(
      CHECKS.map((check) => `${check} PASSED`),
    );
    expect(verified).toBe(true);
    expect(claim).toMatchObject({
      number: 'YC-2025-04-0007',
      totalFen: sampleFiling(PEOPLE).result.totalFen,
    });
  });

  it('verifies in English too, and without a key asks to compare the fingerprint', async () => {
    const { bytes } = await buildFiling(sampleFiling(2, 'en'), sampleSigner);
    const { verified, findings } = await verifyFiling(bytes);
    expect(verified).toBe(true);
    expect(findings.filter(({ outcome }) => outcome === 'NOTED').map(({ code }) => code)).toEqual([
      'KEY_NOT_GIVEN',
    ]);
  });
});

describe('a package that was changed after signing', () => {
  it('is refused for one other byte in any of its files, at the beginning, inside and at the end', async () => {
    const names = (await partsOf(honest)).map(({ name }) => name);
    expect(names.sort()).toEqual([
      'application.pdf',
      'facts.json',
      'figures.xlsx',
      'filing.json',
      'ledger.json',
      'manifest.json',
      'pack.json',
      'result.json',
    ]);
    for (const name of names.filter((one) => one !== 'manifest.json')) {
      for (const share of [0, 0.5, 1]) {
        const bytes = await tampered(honest, (parts) => {
          const whole = parts.get(name) as Buffer;
          parts.set(name, withOneByteChanged(whole, Math.floor((whole.length - 1) * share)));
        });
        expect([name, share, await failures(bytes)]).toEqual([
          name,
          share,
          expect.arrayContaining(['FILE_CHANGED']),
        ]);
      }
    }
  });

  it('is refused for one other byte of the archive itself, unless every file comes out the same', async () => {
    const before = (await partsOf(honest)).map(({ bytes }) => bytes);
    let refused = 0;
    const taken: boolean[] = [];
    for (let at = 11; at < honest.length; at += Math.ceil(honest.length / 30)) {
      const changed = withOneByteChanged(honest, at);
      if ((await failures(changed)).length > 0) {
        refused += 1;
      } else {
        const after = (await partsOf(changed)).map(({ bytes }) => bytes);
        taken.push(after.every((bytes, index) => bytes.equals(before[index] as Buffer)));
      }
    }
    expect(taken).not.toContain(false);
    expect(refused).toBeGreaterThan(20);
  });

  it('is refused for one other byte anywhere in its manifest', async () => {
    const size = (await manifestOfHonest()).length;
    for (let at = 0; at < size; at += 97) {
      const bytes = await tampered(honest, (parts) => {
        parts.set('manifest.json', withOneByteChanged(parts.get('manifest.json') as Buffer, at));
      });
      expect((await failures(bytes)).length).toBeGreaterThan(0);
    }
  });

  it('is refused with a signature by somebody else, with none, and with a wrong one', async () => {
    const stranger = signerOfSeed(2);
    const by = async (change: (signed: SignedManifest) => unknown): Promise<string[]> =>
      await failures(
        await tampered(honest, (parts) => {
          const signed = JSON.parse(String(parts.get('manifest.json'))) as SignedManifest;
          parts.set('manifest.json', canonicalBytes(change(signed)));
        }),
      );
    expect(await by(({ manifest }) => signManifest(manifest, stranger))).toEqual(['KEY_DIFFERS']);
    expect(await by((signed) => ({ ...signed, signatures: [] }))).toEqual([
      'NOT_SIGNED',
      'KEY_DIFFERS',
    ]);
    expect(
      await by(({ manifest, signatures }) => ({
        manifest,
        signatures: signatures.map((one) => ({
          ...one,
          signature: signManifest(manifest, stranger).signatures[0]?.signature,
        })),
      })),
    ).toEqual(['SIGNATURE_WRONG', 'KEY_DIFFERS']);
  });

  it('is refused when a file was taken out or put in', async () => {
    for (const name of ['figures.xlsx', 'ledger.json', 'manifest.json']) {
      const bytes = await tampered(honest, (parts) => void parts.delete(name));
      expect(await failures(bytes)).toContain('FILES_MISSING');
    }
    const bytes = await tampered(honest, (parts) => void parts.set('note.txt', Buffer.from('x')));
    expect(await failures(bytes)).toEqual(['FILES_EXTRA', 'FILES_NOT_IN_MANIFEST']);
  });
});

describe('a package whose signer changed the data and signed again', () => {
  it.each<[string, string, (lines: Line[]) => void]>([
    ['raised an amount', 'RESULT_DIFFERS', (lines) => void ((lines[0] as Line).amountFen += 100)],
    ['left out a line', 'RESULT_DIFFERS', (lines) => void lines.pop()],
    ['changed the order of lines', 'RESULT_ORDER', (lines) => void lines.reverse()],
  ])('is refused where it %s', async (_, code, change) => {
    const bytes = await forged(honest, sampleSigner, (parts) => {
      edit<{ lines: Line[] }>(parts, 'result.json', ({ lines }) => change(lines));
    });
    expect(await failures(bytes)).toEqual([code]);
  });

  it('of another engine is not approved, and not called changed either: the version that made it must verify it', async () => {
    const bytes = await forged(honest, sampleSigner, (parts) => {
      edit<{ lines: Line[] }>(parts, 'result.json', ({ lines }) => {
        (lines[0] as Line).amountFen += 100;
      });
    });
    const older = await signedAs(bytes, { engine: 0 });
    expect(await failures(older)).toEqual(['RESULT_OTHER_ENGINE']);
    const { findings } = await verifyFiling(older, sampleSigner.publicKey);
    const said = findings.filter(({ check }) => check === 'RESULT');
    expect(said.map((finding) => sayFinding(finding, 'zh')).join()).toContain('第 0 版计算程序');
  });

  it('of another engine that computes the same is verified like any other', async () => {
    expect(await failures(await signedAs(honest, { engine: 0 }))).toEqual([]);
  });

  it('is refused with another policy, other facts or another ledger', async () => {
    const other = await forged(honest, sampleSigner, (parts) => {
      parts.set('pack.json', canonicalBytes(samplePack('jianxi-2019')));
    });
    expect(await failures(other)).toEqual(['PACK_DIFFERS', 'INPUT_REFUSED']);
    const facts = await forged(honest, sampleSigner, (parts) => {
      edit<{ stays: { from: string }[] }>(parts, 'facts.json', ({ stays }) => {
        (stays[0] as { from: string }).from = '2025-03-20';
      });
    });
    expect(await failures(facts)).toEqual(['RESULT_DIFFERS']);
    const ledger = await forged(honest, sampleSigner, (parts) => {
      edit<{ entries: unknown[] }>(parts, 'ledger.json', ({ entries }) => void entries.pop());
    });
    expect(await failures(ledger)).toEqual(['RESULT_DIFFERS']);
  });

  it('is refused where the particulars name another claim', async () => {
    const bytes = await forged(honest, sampleSigner, (parts) => {
      edit<{ claim: { period: string } }>(parts, 'filing.json', ({ claim }) => {
        claim.period = '2025-03';
      });
    });
    expect(await failures(bytes)).toContain('CLAIM_DIFFERS');
  });

  it('is refused with the papers or the workbook of another claim', async () => {
    const other = (await buildFiling(sampleFiling(2), sampleSigner)).bytes;
    for (const [name, code] of [
      ['application.pdf', 'PAPERS_DIFFER'],
      ['figures.xlsx', 'WORKBOOK_DIFFER'],
    ] as const) {
      let content = Buffer.alloc(0);
      await tampered(other, (parts) => {
        content = parts.get(name) as Buffer<ArrayBuffer>;
      });
      const bytes = await forged(honest, sampleSigner, (parts) => void parts.set(name, content));
      expect(await failures(bytes)).toEqual([code]);
    }
  });

  it('is refused where one number of the workbook was raised', async () => {
    const bytes = await forged(honest, sampleSigner, async (parts) => {
      const workbook = new exceljs.Workbook();
      await workbook.xlsx.load(parts.get('figures.xlsx') as unknown as ArrayBuffer);
      (workbook.worksheets[1] as exceljs.Worksheet).getCell(2, 13).value = 999;
      parts.set('figures.xlsx', Buffer.from(await workbook.xlsx.writeBuffer()));
    });
    expect(await failures(bytes)).toEqual(['WORKBOOK_DIFFER']);
  });
});

describe('something that is no package', () => {
  it('is refused with one sentence: cut off, empty, text', async () => {
    for (const bytes of [
      honest.subarray(0, honest.length - 30),
      honest.subarray(0, 1000),
      Buffer.alloc(0),
      Buffer.from('not a zip'),
    ]) {
      expect(await failures(bytes)).toEqual(['ARCHIVE_BROKEN']);
    }
  });

  it('is refused before unpacking: paths that leave it, folders, doubles, too much', async () => {
    const named = async (...names: string[]): Promise<Buffer> =>
      await writeZip(
        names.map((name) => ({ name, bytes: Buffer.from('x') })),
        '2025-05-06',
      );
    const leaving = await named('aa/evil.json');
    const patched = Buffer.from(
      leaving.toString('latin1').replaceAll('aa/evil.json', '../evil.json'),
      'latin1',
    );
    expect(await failures(patched)).toEqual(['ARCHIVE_BROKEN']);
    expect(await failures(await named('facts.json', 'facts.json'))).toEqual(['ARCHIVE_DUPLICATE']);
    const many = Array.from({ length: 40 }, (_, index) => `f${index}`);
    expect(await failures(await named(...many))).toEqual(['ARCHIVE_TOO_MANY']);
    const large = await named('facts.json');
    const at = large.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
    large.writeUInt32LE(0x7fff_ffff, at + 24);
    expect(await failures(large)).toEqual(['ARCHIVE_TOO_LARGE']);
  });
});

const partsOf = async (bytes: Buffer): ReturnType<typeof readZip> =>
  await readZip(bytes, { files: 40, bytes: 1_000_000_000 });

/** The same package, its signer saying something else of it. */
async function signedAs(bytes: Buffer, said: object): Promise<Buffer> {
  return await tampered(bytes, (parts) => {
    edit<SignedManifest>(parts, 'manifest.json', (signed) => {
      Object.assign(signed, signManifest({ ...signed.manifest, ...said }, sampleSigner));
    });
  });
}

async function manifestOfHonest(): Promise<Buffer> {
  let bytes = Buffer.alloc(0);
  await tampered(honest, (parts) => {
    bytes = parts.get('manifest.json') as Buffer<ArrayBuffer>;
  });
  return bytes;
}
