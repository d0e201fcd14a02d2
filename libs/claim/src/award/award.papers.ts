import { word } from '@yibu/claim-engine';
import { formatYuan } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

import type { AwardGround } from './award.view.js';
import { judgeAll } from './award.view.js';
import { itemsOf, papersOf, type ProjectRow } from './award.repository.js';
import { checklistOf, fieldsOf, type AwardField, type Words } from './award.rules.js';

/** What the papers of an award say beside its lines, in both languages; frozen with the submission. */
export interface FrozenAward {
  readonly name: string;
  readonly kind: Words;
  readonly program: Words;
  readonly figures: readonly { readonly label: Words; readonly value: Words }[];
  readonly items: readonly FrozenItem[];
  readonly settlement: FrozenSettlement | null;
}

interface FrozenItem {
  readonly kind: 'CONDITION' | 'DOCUMENT';
  readonly words: Words;
  readonly clause: string | null;
  readonly state: 'MET' | 'NOT_MET' | 'MISSING' | 'ATTACHED' | 'BARE';
  readonly found: Words | null;
  readonly papers: readonly FrozenPaper[];
}

interface FrozenPaper {
  readonly name: string;
  readonly sha256: string;
  readonly isPhoto: boolean;
}

export interface FrozenSettlement {
  readonly question: Words;
  /** The option that was chosen; null where an amount was set. */
  readonly option: Words | null;
  readonly amountFen: number;
  readonly documentNumber: string;
  readonly decidedOn: string;
}

const both = (text: string): Words => ({ zh: text, en: text });

export async function frozenAward(
  db: Db,
  ground: AwardGround,
  program: Words,
): Promise<FrozenAward> {
  const { claim, pack, project } = ground;
  const rows = checklistOf(pack, claim.program);
  const judged = judgeAll(rows, ground);
  const items = await itemsOf(db, claim);
  const papers = await papersOf(db, claim);
  const tested = pack.body.programs.find(({ id }) => id === claim.program);
  return {
    name: project.name,
    kind: { zh: word(project.kind, 'zh'), en: word(project.kind, 'en') },
    program,
    figures: figuresOf(project, tested === undefined ? [] : fieldsOf(tested, pack.body)),
    items: rows.map((row): FrozenItem => {
      const item = items.find(({ code }) => code === row.code);
      const own = papers.filter(({ itemId }) => itemId === item?.id);
      const found = judged.get(row.code);
      return {
        kind: row.kind,
        words: row.words,
        clause: row.clause,
        state:
          row.kind === 'DOCUMENT'
            ? own.length > 0
              ? 'ATTACHED'
              : 'BARE'
            : (found?.state ?? 'MISSING'),
        found: found?.found ?? null,
        papers: own.map(({ name, sha256, mediaType }) => ({
          name,
          sha256,
          isPhoto: mediaType.startsWith('image/'),
        })),
      };
    }),
    settlement: null,
  };
}

function figuresOf(project: ProjectRow, fields: readonly AwardField[]): FrozenAward['figures'] {
  const { areaM2, communities, completedOn, ownInvestmentFen, attributes } = project;
  const own = [
    [{ zh: '面积（㎡）', en: 'Area (m²)' }, areaM2 === null ? null : String(areaM2)],
    [
      { zh: '辐射社区', en: 'Communities served' },
      communities.length === 0 ? null : `${communities.length}（${communities.join('、')}）`,
    ],
    [{ zh: '竣工日期', en: 'Completed on' }, completedOn],
    [
      { zh: '自有投资（元）', en: 'Own investment (yuan)' },
      ownInvestmentFen === null ? null : formatYuan(ownInvestmentFen),
    ],
  ] as const;
  return [
    ...own.map(([label, value]) => ({ label, value: both(value ?? '—') })),
    ...fields.map((field) => ({
      label: field.words,
      value: valueWords(field, attributes[field.name]),
    })),
  ];
}

function valueWords(field: AwardField, value: ProjectRow['attributes'][string] | undefined): Words {
  if (value === undefined) {
    return both('—');
  }
  return field.type === 'MONEY' && typeof value === 'number'
    ? both(String(value / 100))
    : { zh: word(value, 'zh'), en: word(value, 'en') };
}
