import { Injectable } from '@nestjs/common';
import { assert } from '@yibu/kernel';
import { FieldCrypto, type CipherPlace, type Db } from '@yibu/platform';
import type { FilingAttachment, FilingClaim, FilingPerson } from '@yibu/filing';

import { frozenAward, type FrozenAward, type FrozenSettlement } from '../award/award.papers.js';
import { findProject } from '../award/award.repository.js';
import type { ClaimRow } from '../claims/claim.access.js';
import type { Computation } from '../claims/claim.computer.js';
import { en, zh } from '../engine.js';
import { firstDayOfYear } from '../facts/period.rules.js';

/** What the papers show beside facts and result, frozen with them: names, ID numbers, payee, attachments. */
export interface FrozenParticulars {
  readonly claim: FilingClaim;
  readonly people: readonly FilingPerson[];
  readonly attachments: readonly FilingAttachment[];
  /** Of an award application alone. */
  readonly award?: FrozenAward;
  readonly auditHead: { readonly seq: number; readonly hash: string; readonly at: string } | null;
}

interface Submission {
  readonly claim: ClaimRow;
  readonly done: Computation;
  readonly isSinglePerson: boolean;
  readonly submittedAt: Date;
}

export const particularsPlace = (claim: Pick<ClaimRow, 'id' | 'countyCode'>): CipherPlace => ({
  countyCode: claim.countyCode,
  table: 'claim_snapshot',
  column: 'particulars',
  rowId: claim.id,
});

@Injectable()
export class ParticularsService {
  constructor(private readonly crypto: FieldCrypto) {}

  /** Sealed, because it holds ID numbers in full: the filing shows them, the database must not. */
  async build(db: Db, submission: Submission): Promise<Buffer> {
    const { claim } = submission;
    const particulars: FrozenParticulars = {
      claim: await this.claimOf(db, submission),
      people: await this.peopleOf(db, submission),
      attachments: await attachmentsOf(db, claim, submission.done),
      ...(claim.kind === 'AWARD' ? { award: await awardOf(db, submission) } : {}),
      auditHead: await auditHeadOf(db, claim.centerId),
    };
    return await this.crypto.encrypt(particularsPlace(claim), JSON.stringify(particulars));
  }

  /** The same with the bureau's answer, its scan, and the digest of the package that went before. */
  async settled(db: Db, claim: ClaimRow, settlement: FrozenSettlement): Promise<Buffer> {
    const row = await db.row<{ particulars: Buffer }>(
      'SELECT particulars FROM claim_snapshot WHERE claim_id = ? AND center_id = ?',
      [claim.id, claim.centerId],
    );
    assert(row, `a submitted application ${claim.id} has a snapshot`);
    const before = await this.open(claim, row.particulars);
    assert(before.award, `the snapshot of ${claim.id} holds its project`);
    const scans = (await claimPapers(db, claim)).filter(
      ({ sha256 }) => !before.attachments.some((paper) => paper.sha256 === sha256),
    );
    const after: FrozenParticulars = {
      ...before,
      claim: {
        ...before.claim,
        previousDigest: (await digestOf(db, claim, claim.id)) ?? before.claim.previousDigest,
      },
      attachments: [...before.attachments, ...scans],
      award: { ...before.award, settlement },
      auditHead: await auditHeadOf(db, claim.centerId),
    };
    return await this.crypto.encrypt(particularsPlace(claim), JSON.stringify(after));
  }

  async open(claim: ClaimRow, sealed: Buffer): Promise<FrozenParticulars> {
    return JSON.parse(
      await this.crypto.decrypt(particularsPlace(claim), sealed),
    ) as FrozenParticulars;
  }

  private async claimOf(db: Db, submission: Submission): Promise<FilingClaim> {
    const { claim, done } = submission;
    const names = await db.row<{
      organizationName: string;
      bureauName: string | null;
      countyName: string;
      preparedBy: string;
    }>(
      `SELECT o.name AS organizationName, n.name AS countyName,
         (SELECT b.name FROM organization b WHERE b.kind = 'BUREAU' AND b.county_code = n.code
           ORDER BY EXISTS (SELECT 1 FROM app_user u JOIN user_role x ON x.user_id = u.id
             JOIN role_permission p ON p.role_id = x.role_id WHERE u.organization_id = b.id
             AND p.permission = 'review.decide') DESC, b.id LIMIT 1)
           AS bureauName,
         (SELECT u.display_name FROM app_user u WHERE u.id = ?) AS preparedBy
       FROM organization o JOIN county n ON n.code = ? WHERE o.id = ?`,
      [claim.preparedBy, claim.countyCode, claim.organizationId],
    );
    return {
      ...(claim.kind === 'MONTHLY' ? {} : { kind: claim.kind }),
      number: claim.number,
      revision: claim.revision,
      previousDigest: await digestOf(db, claim, claim.previousClaimId ?? ''),
      centerName: done.bundle.centerName,
      centerCode: done.bundle.centerCode,
      organizationName: names?.organizationName ?? '',
      bureauName: names?.bureauName ?? `${names?.countyName ?? ''}民政局`,
      countyName: names?.countyName ?? '',
      period: claim.period,
      preparedBy: names?.preparedBy ?? '',
      submittedBy: db.scope.userName,
      submittedAt: submission.submittedAt.toISOString(),
      payee: await this.payeeOf(db, claim),
      isSinglePersonException: submission.isSinglePerson,
      registeredBeds: bedsOf(done),
      phone: done.bundle.phone,
    };
  }

  private async payeeOf(db: Db, claim: ClaimRow): Promise<FilingClaim['payee']> {
    const account = await db.row<{ id: string; holder: string; bank: string; cipher: Buffer }>(
      `SELECT id, holder_name AS holder, bank_name AS bank, number_cipher AS cipher FROM bank_account
       WHERE center_id = ? AND organization_id = ? AND ended_at IS NULL ORDER BY created_at DESC, id DESC LIMIT 1`,
      [claim.centerId, claim.organizationId],
    );
    if (!account) {
      return null;
    }
    const number = await this.crypto.decrypt(
      { countyCode: claim.countyCode, table: 'bank_account', column: 'number', rowId: account.id },
      account.cipher,
    );
    return { holder: account.holder, bank: account.bank, number };
  }

  /** Those whom nothing is paid for, too: the papers say of each why. */
  private async peopleOf(db: Db, { claim, done }: Submission): Promise<FilingPerson[]> {
    const ids = [
      ...new Set(
        done.assessment.lines
          .filter(({ subject }) => subject.kind === 'person')
          .map(({ subject }) => subject.id),
      ),
    ].sort();
    const ciphers = await db.rows<{ id: string; cipher: Buffer | null }>(
      'SELECT id, id_number_cipher AS cipher FROM resident WHERE id IN (?) AND center_id = ?',
      [ids, claim.centerId],
    );
    const sealed = new Map(ciphers.map(({ id, cipher }) => [id, cipher]));
    const people: FilingPerson[] = [];
    for (const id of ids) {
      const label = done.bundle.people.get(id);
      if (label) {
        people.push({
          ...stayOf(done, id),
          id,
          name: label.name,
          idNumber: await this.idNumberOf(claim, id, sealed.get(id) ?? null),
          sex: label.sex,
          bornOn: label.bornOn,
          careClass: null,
        });
      }
    }
    return people;
  }

  private async idNumberOf(
    claim: ClaimRow,
    id: string,
    cipher: Buffer | null,
  ): Promise<string | null> {
    return cipher === null
      ? null
      : await this.crypto.decrypt(
          { countyCode: claim.countyCode, table: 'resident', column: 'id_number', rowId: id },
          cipher,
        );
  }
}

/** The last stay that the period saw. */
function stayOf(
  done: Computation,
  id: string,
): { bed: string | null; admittedOn: string | null; leftOn: string | null } {
  const stays = done.bundle.stays
    .filter(({ residentId }) => residentId === id)
    .sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1));
  const [first, last] = [stays[0], stays.at(-1)];
  const leftOn = last?.untilOn ?? null;
  return {
    bed: last?.bedLabel ?? null,
    admittedOn: first?.fromOn ?? null,
    leftOn: leftOn !== null && leftOn < done.period.endsBefore ? leftOn : null,
  };
}

function bedsOf(done: Computation): number | null {
  const beds = done.bundle.facts.center.registeredBeds;
  return typeof beds === 'number' ? beds : null;
}

/** What hangs on the claim itself, on the rows of an award's checklist, or shows the grade that a yearly subsidy rests on. */
async function attachmentsOf(
  db: Db,
  claim: ClaimRow,
  { period }: Computation,
): Promise<FilingAttachment[]> {
  const own = await claimPapers(db, claim);
  switch (claim.kind) {
    case 'MONTHLY':
      return own;
    case 'AWARD':
      return [
        ...own,
        ...(await db.rows<FilingAttachment>(
          `SELECT a.file_name AS name, a.sha256, a.kind FROM award_item i JOIN attachment a
             ON a.center_id = i.center_id AND a.entity = 'awardItem' AND a.entity_id = i.id AND a.removed_at IS NULL
           WHERE i.claim_id = ? AND i.center_id = ? ORDER BY i.seq, a.created_at, a.id`,
          [claim.id, claim.centerId],
        )),
      ];
    case 'YEARLY_OPERATING':
      return [
        ...own,
        ...(await db.rows<FilingAttachment>(
          `SELECT a.file_name AS name, a.sha256, a.kind FROM center_grade g JOIN attachment a
             ON a.center_id = g.center_id AND a.entity = 'centerGrade' AND a.entity_id = g.id AND a.removed_at IS NULL
           WHERE g.center_id = ? AND g.from_on < ? AND (g.until_on IS NULL OR g.until_on > ?)
           ORDER BY g.from_on, a.created_at, a.id`,
          [claim.centerId, period.endsBefore, firstDayOfYear(period)],
        )),
      ];
  }
}

const claimPapers = async (db: Db, claim: ClaimRow): Promise<FilingAttachment[]> =>
  await db.rows<FilingAttachment>(
    `SELECT file_name AS name, sha256, kind FROM attachment
     WHERE center_id = ? AND entity = 'claim' AND entity_id = ? AND removed_at IS NULL ORDER BY created_at, id`,
    [claim.centerId, claim.id],
  );

/** Of the package that was made of a claim, where one was. */
async function digestOf(db: Db, claim: ClaimRow, ofClaimId: string): Promise<string | null> {
  const filing = await db.row<{ digest: string }>(
    `SELECT content_digest AS digest FROM claim_filing WHERE claim_id = ? AND center_id = ? AND language = 'zh-CN'`,
    [ofClaimId, claim.centerId],
  );
  return filing?.digest ?? null;
}

async function awardOf(db: Db, { claim, done }: Submission): Promise<FrozenAward> {
  const project = await findProject(db, claim.centerId, claim.subjectId);
  const program = done.pack.body.programs.find(({ id }) => id === claim.program);
  const ground = { claim, pack: done.pack, project, facts: done.bundle.facts };
  return await frozenAward(db, ground, { zh: zh(program?.title), en: en(program?.title) });
}

async function auditHeadOf(db: Db, centerId: string): Promise<FrozenParticulars['auditHead']> {
  const head = await db.row<{ seq: number; hash: string; at: Date }>(
    `SELECT seq, hash, at FROM audit_event WHERE chain_key = ? ORDER BY seq DESC LIMIT 1`,
    [centerId],
  );
  return head ? { seq: head.seq, hash: head.hash, at: head.at.toISOString() } : null;
}
