import type { LocalDate } from '@yibu/kernel';

import type { Pack } from '../engine.js';

/** How a county answered an open question. */
export interface ChosenOption {
  readonly decision: string;
  readonly chosen: string;
  readonly reason: string;
  readonly decidedByName: string;
  readonly decidedOn: LocalDate;
}

/** A county notice as the pack's language takes it in. */
export interface NoticeInForce {
  readonly id: string;
  readonly rate: string;
  readonly fen: number;
  readonly fromOn: string;
  readonly untilOn: string | null;
  readonly documentNumber: string;
  readonly documentTitle: string;
  readonly clause: string;
}

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What a county computes by: the pack's own text, with the options that the county chose and the figures of its dated
 * notices written into it, so that the frozen pack alone explains and repeats the result.
 */
export function composePack(
  pack: Pack,
  decisions: readonly ChosenOption[],
  notices: readonly NoticeInForce[],
): Pack {
  return withNotices(withDecisions(pack, decisions), notices);
}

/** A choice that a later version no longer offers has lapsed: the pack's own answer holds, and the screen says so. */
function withDecisions(pack: Pack, decisions: readonly ChosenOption[]): Pack {
  const chosen = new Map(decisions.map((row) => [row.decision, row]));
  if (pack.decisions === undefined) {
    return pack;
  }
  return {
    ...pack,
    decisions: pack.decisions.map((decision) => {
      const own = chosen.get(decision.id);
      return own === undefined || !decision.options.some(({ id }) => id === own.chosen)
        ? decision
        : {
            ...decision,
            chosen: own.chosen,
            by: own.decidedByName,
            on: own.decidedOn,
            why: own.reason,
          };
    }),
  };
}

export interface PackRate {
  readonly program: string;
  readonly id: string;
  readonly label: unknown;
  readonly fen: number | null;
  /** “Not less than”: a notice may raise the figure, never lower it. */
  readonly isFloor: boolean;
  readonly clause: string | null;
}

function figureOf(node: Json): number | null {
  const dated = Array.isArray(node['dated']) ? (node['dated'] as Json[]) : [];
  const last = dated.at(-1)?.['fen'] ?? node['fen'];
  return typeof last === 'number' ? last : null;
}

const hasFigure = (node: Json): boolean =>
  typeof node['id'] === 'string' && ('fen' in node || 'dated' in node);

/** Every figure of a pack that has a name: what a notice can set. */
export function ratesOf(pack: Pack): PackRate[] {
  const found: PackRate[] = [];
  for (const program of pack.programs) {
    const isFloor = (program.rate as Json | undefined)?.['notice'] !== undefined;
    const visit = (node: unknown): void => {
      if (Array.isArray(node)) {
        node.forEach(visit);
      } else if (isObject(node)) {
        if (hasFigure(node)) {
          const source = isObject(node['source']) ? node['source'] : program.source;
          found.push({
            program: program.id,
            id: String(node['id']),
            label: node['label'] ?? program.title,
            fen: figureOf(node),
            isFloor,
            clause: typeof source.clause === 'string' ? source.clause : null,
          });
        }
        Object.values(node).forEach(visit);
      }
    };
    visit(program.rate);
  }
  return found.filter(({ id }, index) => found.findIndex((other) => other.id === id) === index);
}

const noticeDocument = (notice: NoticeInForce): string => `NOTICE-${notice.id}`;

function withNotices(pack: Pack, notices: readonly NoticeInForce[]): Pack {
  const rates = new Map(ratesOf(pack).map((rate) => [rate.id, rate]));
  const known = notices.filter(({ rate }) => rates.has(rate));
  if (known.length === 0) {
    return pack;
  }
  const raising = known.filter(({ rate }) => rates.get(rate)?.isFloor === true);
  const setting = known.filter(({ rate }) => rates.get(rate)?.isFloor === false);
  return {
    ...pack,
    documents: [
      ...pack.documents,
      ...known.map((notice) => ({
        id: noticeDocument(notice),
        title: notice.documentTitle,
        number: notice.documentNumber,
      })),
    ],
    ...(raising.length === 0
      ? {}
      : {
          notices: [
            ...(pack.notices ?? []),
            ...raising.map((notice) => ({ rate: notice.rate, ...datedBy(notice) })),
          ],
        }),
    programs: pack.programs.map((program) =>
      program.rate === undefined
        ? program
        : {
            ...program,
            rate: datedRates(program.rate, setting) as NonNullable<typeof program.rate>,
          },
    ),
  };
}

const datedBy = (
  notice: NoticeInForce,
): {
  from: string;
  until: string | null;
  fen: number;
  source: { document: string; clause: string };
} => ({
  from: notice.fromOn,
  until: notice.untilOn,
  fen: notice.fen,
  source: { document: noticeDocument(notice), clause: notice.clause },
});

/** The same rate with the figures of the notices in force from their days on. A figure nobody gave is given by them. */
function datedRates(node: unknown, notices: readonly NoticeInForce[]): unknown {
  if (Array.isArray(node)) {
    return node.map((item) => datedRates(item, notices));
  }
  if (!isObject(node)) {
    return node;
  }
  const inside = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, datedRates(value, notices)]),
  );
  const own = notices.filter(({ rate }) => rate === node['id']);
  if (own.length === 0 || !hasFigure(node)) {
    return inside;
  }
  const { fen, dated, ...rest } = inside;
  const printed = Array.isArray(dated) ? dated : fen === null ? [] : [{ fen, ...sourceOf(node) }];
  return { ...rest, dated: [...printed, ...own.map(datedBy)] };
}

const sourceOf = (node: Json): Json =>
  node['source'] === undefined ? {} : { source: node['source'] };
