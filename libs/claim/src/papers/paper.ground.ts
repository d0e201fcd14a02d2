import { AppError } from '@yibu/kernel';
import type { ClaimHead, FilingLanguage } from '@yibu/filing';
import type { Db } from '@yibu/platform';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

import type { ClaimRow } from '../claims/claim.access.js';
import { en, frozenPack, zh } from '../engine.js';

const unpack = promisify(gunzip);

export const languageOf = (text: string | undefined): FilingLanguage =>
  text === 'en' ? 'en' : 'zh-CN';

/** Who stands on both sides of a claim, by name. */
export async function headOf(db: Db, claim: ClaimRow): Promise<ClaimHead> {
  const names = await db.row<{
    centerName: string;
    organizationName: string;
    bureauName: string | null;
    countyName: string;
  }>(
    `SELECT n.name AS centerName, o.name AS organizationName, y.name AS countyName,
       (SELECT b.name FROM organization b WHERE b.kind = 'BUREAU' AND b.county_code = y.code ORDER BY b.id LIMIT 1)
         AS bureauName
     FROM center n JOIN organization o ON o.id = ? JOIN county y ON y.code = ? WHERE n.id = ?`,
    [claim.organizationId, claim.countyCode, claim.centerId],
  );
  return {
    number: claim.number,
    revision: claim.revision,
    period: claim.period,
    centerName: names?.centerName ?? '',
    organizationName: names?.organizationName ?? '',
    bureauName: names?.bureauName ?? `${names?.countyName ?? ''}民政局`,
  };
}

/** A program in the words of the pack that the claim was computed by, in both languages. */
export interface ProgramWords {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly documentZh: string;
  readonly documentEn: string;
  readonly clause: string;
}

const UNKNOWN = { documentZh: '', documentEn: '', clause: '' };

export type ProgramBook = (program: string) => ProgramWords;

/** From the frozen pack: a paper of an old claim names the clause that it rested on. */
export async function programsOf(db: Db, claim: ClaimRow): Promise<ProgramBook> {
  const row = await db.row<{ pack: Buffer }>(
    'SELECT pack FROM claim_snapshot WHERE claim_id = ? AND center_id = ?',
    [claim.id, claim.centerId],
  );
  if (!row) {
    throw new AppError('FILING_NOT_READY', `Claim ${claim.number} was never submitted`, {
      number: claim.number,
    });
  }
  const { body } = frozenPack(claim.packCode, (await unpack(row.pack)).toString());
  const documents = new Map(body.documents.map((document) => [document.id, document]));
  const programs = new Map(
    body.programs.map(({ id, title, source }) => {
      const named = documents.get(source.document)?.title ?? source.document;
      return [
        id,
        {
          nameZh: zh(title),
          nameEn: en(title),
          documentZh: zh(named),
          documentEn: en(named),
          clause: source.clause,
        },
      ] as const;
    }),
  );
  return (program) => programs.get(program) ?? { nameZh: program, nameEn: program, ...UNKNOWN };
}
