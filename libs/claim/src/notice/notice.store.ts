import { AppError, fen, type LocalDate } from '@yibu/kernel';
import { isDuplicate, newId, type Tx } from '@yibu/platform';
import { randomBytes } from 'node:crypto';

import type { ClaimRow } from '../claims/claim.access.js';
import {
  PublicNoticeClaimEntity,
  PublicNoticeEntity,
  PublicNoticeLineEntity,
} from './notice.entities.js';
import type { PublishNoticeInput } from './notice.graphql.js';
import type { NoticeBody, NoticeRows } from './notice.rows.js';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const CODE_LENGTH = 26;
const FIVE_BITS = 31;

/** 130 bits of chance, none of time: the address of a public page tells nothing and cannot be counted up. */
const newCode = (): string =>
  [...randomBytes(CODE_LENGTH)].map((byte) => ALPHABET.charAt(byte & FIVE_BITS)).join('');

export interface NewNotice {
  readonly input: PublishNoticeInput;
  readonly claims: readonly ClaimRow[];
  readonly bureauName: string;
  readonly basis: NoticeBody['basis'];
  readonly rows: NoticeRows;
  readonly untilOn: LocalDate;
  readonly now: Date;
}

/** The notice as it will be read, which claims hang in it, and which lines each of its rows stands for. */
export async function storeNotice(tx: Tx, given: NewNotice): Promise<string> {
  const id = newId();
  try {
    await tx.insert(PublicNoticeEntity, { id, ...(await wordsOf(tx, given)) });
    await tx.insert(
      PublicNoticeClaimEntity,
      given.claims.map(({ id: claimId, centerId }) => ({
        publicNoticeId: id,
        claimId,
        centerId,
        isLive: 1,
      })),
    );
  } catch (error) {
    const { number } = given.input;
    throw isDuplicate(error)
      ? new AppError('NOTICE_TAKEN', `Notice ${number}, or one of its claims, hangs`, { number })
      : error;
  }
  await tx.insert(
    PublicNoticeLineEntity,
    given.rows.lines.map(({ lineId, amountFen, ...line }) => ({
      ...line,
      publicNoticeId: id,
      claimLineId: lineId,
      amountFen: fen(amountFen),
    })),
  );
  return id;
}

async function wordsOf(tx: Tx, given: NewNotice): Promise<Partial<PublicNoticeEntity>> {
  const { input, claims, rows, untilOn, now } = given;
  const countyCode = claims[0]?.countyCode ?? '';
  const howTo = input.howTo?.trim() ?? '';
  return {
    countyCode,
    organizationId: tx.scope.organizationId,
    code: newCode(),
    number: input.number.trim(),
    period: claims[0]?.period ?? '',
    fromOn: input.fromOn,
    untilOn,
    contact: input.contact.trim(),
    howTo: howTo === '' ? null : howTo,
    people: rows.people,
    amountFen: fen(rows.amountFen),
    body: await bodyOf(tx, given, countyCode),
    publishedBy: tx.scope.userId,
    publishedByName: tx.scope.userName,
    publishedAt: now,
  };
}

async function bodyOf(tx: Tx, given: NewNotice, countyCode: string): Promise<NoticeBody> {
  const county = await tx.row<{ name: string }>('SELECT name FROM county WHERE code = ?', [
    countyCode,
  ]);
  const basis = new Map(given.basis.map((one) => [JSON.stringify(one), one]));
  return {
    countyName: county?.name ?? '',
    bureauName: given.bureauName,
    basis: [...basis.values()],
    centers: given.rows.centers,
  };
}
