import { maskName } from '@yibu/kernel';

/** What a decision pays of one line. */
export interface PaidLine {
  readonly lineId: string;
  readonly claimId: string;
  readonly centerId: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly subjectName: string | null;
  readonly program: string;
  readonly programZh: string;
  readonly programEn: string;
  readonly month: string;
  readonly amountFen: number;
}

export interface NoticeBodyRow {
  readonly seq: number;
  /** Masked; null for a line of the center itself. */
  readonly name: string | null;
  readonly programZh: string;
  readonly programEn: string;
  readonly months: readonly string[];
  readonly amountFen: number;
}

export interface NoticeBodyCenter {
  readonly name: string;
  readonly people: number;
  readonly amountFen: number;
  readonly rows: readonly NoticeBodyRow[];
}

/** All that the public sees of a notice beside its number, days and contact. */
export interface NoticeBody {
  readonly countyName: string;
  readonly bureauName: string;
  readonly basis: readonly {
    readonly documentZh: string;
    readonly documentEn: string;
    readonly clause: string;
  }[];
  readonly centers: readonly NoticeBodyCenter[];
}

export interface PlacedNoticeLine {
  readonly lineId: string;
  readonly claimId: string;
  readonly centerId: string;
  readonly seq: number;
  readonly amountFen: number;
}

export interface NoticeRows {
  readonly centers: readonly NoticeBodyCenter[];
  readonly lines: readonly PlacedNoticeLine[];
  readonly people: number;
  readonly amountFen: number;
}

/** One row for each person and program of a center, masked; what comes to nothing is not shown. */
export function noticeRows(
  claims: readonly { readonly centerName: string; readonly lines: readonly PaidLine[] }[],
): NoticeRows {
  const lines: PlacedNoticeLine[] = [];
  let seq = 0;
  const centers = claims.map(({ centerName, lines: paid }) => {
    const rows: NoticeBodyRow[] = [];
    for (const group of groupsOf(paid)) {
      const amountFen = group.reduce((sum, line) => sum + line.amountFen, 0);
      const [first] = group;
      if (first === undefined || amountFen === 0) {
        continue;
      }
      seq += 1;
      rows.push(rowOf(first, { seq, amountFen, months: group.map(({ month }) => month) }));
      lines.push(
        ...group.map(({ lineId, claimId, centerId, amountFen: own }) => ({
          lineId,
          claimId,
          centerId,
          seq,
          amountFen: own,
        })),
      );
    }
    const shown = new Set(lines.map(({ lineId }) => lineId));
    const people = new Set(
      paid
        .filter(({ lineId, subjectKind }) => subjectKind === 'person' && shown.has(lineId))
        .map(({ subjectId }) => subjectId),
    );
    return {
      name: centerName,
      people: people.size,
      amountFen: rows.reduce((sum, row) => sum + row.amountFen, 0),
      rows,
    };
  });
  return {
    centers,
    lines,
    people: centers.reduce((sum, center) => sum + center.people, 0),
    amountFen: centers.reduce((sum, center) => sum + center.amountFen, 0),
  };
}

function groupsOf(lines: readonly PaidLine[]): PaidLine[][] {
  const groups = new Map<string, PaidLine[]>();
  for (const line of lines) {
    const key = `${line.subjectKind}|${line.subjectId}|${line.program}`;
    const group = groups.get(key) ?? [];
    group.push(line);
    groups.set(key, group);
  }
  return [...groups.values()];
}

const rowOf = (
  line: PaidLine,
  given: { readonly seq: number; readonly amountFen: number; readonly months: readonly string[] },
): NoticeBodyRow => ({
  seq: given.seq,
  name: line.subjectKind === 'person' ? maskName(line.subjectName ?? '') : null,
  programZh: line.programZh,
  programEn: line.programEn,
  months: [...new Set(given.months)].sort(),
  amountFen: given.amountFen,
});
