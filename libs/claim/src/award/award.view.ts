import { fen } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

import { findClaim, type ClaimRow } from '../claims/claim.access.js';
import { readLines } from '../claims/line.explanation.js';
import { scopedPack } from '../claims/claim.scope.js';
import { readSnapshot } from '../claims/snapshot.repository.js';
import {
  en,
  explain,
  frozenPack,
  parseFactsText,
  zh,
  type AssessmentLine,
  type EffectivePack,
  type Facts,
} from '../engine.js';
import { projectFacts } from '../facts/project.facts.js';
import { allowsNextRevision, isEditable } from '../life/claim.states.js';
import type {
  AwardApplication,
  AwardChecklistItem,
  AwardFieldView,
  AwardProject,
  AwardSettlement,
} from './award.graphql.js';
import {
  findProject,
  itemsOf,
  papersOf,
  settlementOf,
  type ItemRow,
  type ProjectRow,
} from './award.repository.js';
import {
  checklistOf,
  fieldsOf,
  judge,
  kindsOf,
  type AwardField,
  type ChecklistRow,
  type JudgedCondition,
} from './award.rules.js';
import { AMOUNT, optionWords, questionOf, wordsOf } from './question.rules.js';

/** The rules and records that an application rests on: of a draft as they are, of a submitted one as they were frozen. */
export interface AwardGround {
  readonly claim: ClaimRow;
  readonly pack: EffectivePack;
  readonly project: ProjectRow;
  readonly facts: Facts;
}

export async function awardGround(
  db: Db,
  claimId: string,
  packInForce: (claim: ClaimRow) => Promise<EffectivePack>,
): Promise<AwardGround> {
  const claim = await findClaim(db, claimId);
  const project = await findProject(db, claim.centerId, claim.subjectId);
  if (claim.submittedAt !== null) {
    const frozen = await readSnapshot(db, claim);
    const facts = parseFactsText(frozen.facts);
    const pack = frozenPack(claim.packCode, frozen.pack);
    return { claim, pack, facts, project: asFrozen(project, facts) };
  }
  const pack = scopedPack(await packInForce(claim), claim);
  const programs = pack.body.programs.map(({ id }) => id);
  const own = await projectFacts(db, claim.centerId, {
    projectId: project.id,
    claimId: claim.id,
    programs,
  });
  return { claim, pack, project, facts: { ...bare(claim), ...own.facts } };
}

const bare = (claim: ClaimRow): Facts => ({
  schema: 'facts/1',
  county: claim.countyCode,
  center: { id: claim.centerId },
  people: [],
  stays: [],
  absences: [],
  assessments: [],
  services: [],
  meals: [],
  staff: [],
  beds: [],
  projects: [],
  decisions: [],
});

/** The project as the submission saw it; its name and number are those on file. */
function asFrozen(project: ProjectRow, facts: Facts): ProjectRow {
  const frozen = facts.projects.find(({ id }) => id === project.id);
  if (frozen === undefined) {
    return project;
  }
  const { kind, areaM2, communities, completedOn, ownInvestmentFen, attributes } = frozen;
  return {
    ...project,
    kind,
    areaM2: areaM2 ?? null,
    communities: Array.isArray(communities) ? (communities as readonly string[]) : [],
    completedOn: (completedOn ?? null) as ProjectRow['completedOn'],
    ownInvestmentFen: ownInvestmentFen == null ? null : fen(ownInvestmentFen),
    attributes: (attributes ?? {}) as ProjectRow['attributes'],
  };
}

interface LineRow {
  readonly id: string;
  readonly month: string;
  readonly kind: AssessmentLine['kind'];
  readonly status: AssessmentLine['status'];
  readonly amountFen: number;
  readonly engineLine: string;
}

export type OwnLine = LineRow & Pick<AssessmentLine, 'trace' | 'alternatives'>;

/** The line of the project with its explanation, from what the claim keeps. */
export async function ownLine(db: Db, claim: ClaimRow): Promise<OwnLine | null> {
  const row = await db.row<LineRow>(
    `SELECT id, month, kind, status, amount_fen AS amountFen, engine_line AS engineLine FROM claim_line
     WHERE claim_id = ? AND center_id = ? AND program = ? AND subject_id = ? ORDER BY seq LIMIT 1`,
    [claim.id, claim.centerId, claim.program, claim.subjectId],
  );
  const found = row === null ? undefined : (await readLines(db, claim)).get(row.engineLine);
  return row === null
    ? null
    : { ...row, trace: found?.trace ?? [], alternatives: found?.alternatives ?? [] };
}

/** The page of an application, in eight statements. */
export async function awardView(db: Db, ground: AwardGround): Promise<AwardApplication> {
  const { claim, pack, project } = ground;
  const program = pack.body.programs.find(({ id }) => id === claim.program);
  const checklist = await checklistView(db, ground);
  const line = await ownLine(db, claim);
  const words = line === null ? null : explain(line);
  const settlement = await settlementOf(db, claim);
  const question = line === null ? null : questionOf(line, pack.body);
  return {
    claimId: claim.id,
    centerId: claim.centerId,
    program: claim.program,
    programZh: zh(program?.title),
    programEn: en(program?.title),
    clause: program?.source.clause ?? '',
    project: projectView(project),
    ...testedBy(pack, program, project),
    checklist,
    doneCount: checklist.filter(({ state }) => state !== 'MISSING' && state !== 'BARE').length,
    lineId: line?.id ?? null,
    explanationZh: words?.zh ?? null,
    explanationEn: words?.en ?? null,
    question,
    settlement: settlement === null ? null : settlementView(settlement, pack),
    ...rightsOf(db, claim, question !== null),
  };
}

/** What the program tests of its projects, with what was entered. */
const testedBy = (
  { body }: EffectivePack,
  program: EffectivePack['body']['programs'][number] | undefined,
  project: ProjectRow,
): Pick<AwardApplication, 'kinds' | 'fields'> =>
  program === undefined
    ? { kinds: [], fields: [] }
    : {
        kinds: kindsOf(program).map(({ code, words }) => ({ code, ...words })),
        fields: fieldsOf(program, body).map((field) => fieldView(field, project)),
      };

function rightsOf(
  { scope }: Db,
  claim: ClaimRow,
  isAsked: boolean,
): Pick<AwardApplication, 'canEdit' | 'canSettle' | 'canReopen'> {
  const isReach = scope.centerIds.includes(claim.centerId);
  const prepares =
    isReach &&
    claim.organizationId === scope.organizationId &&
    scope.permissions.has('claim.prepare');
  const isWaiting = claim.status === 'SUBMITTED' || claim.status === 'IN_REVIEW';
  const decides = scope.organizationKind === 'BUREAU' && scope.permissions.has('review.decide');
  return {
    canEdit: prepares && isEditable(claim.status),
    canSettle: isReach && decides && isAsked && isWaiting,
    canReopen: prepares && allowsNextRevision(claim.status),
  };
}

const projectView = ({ attributes: _attributes, ...project }: ProjectRow): AwardProject => ({
  ...project,
  communities: [...project.communities],
});

function fieldView(
  { name, type, words, options }: AwardField,
  project: ProjectRow,
): AwardFieldView {
  const value = project.attributes[name];
  return {
    name,
    type,
    ...words,
    options: [...options],
    value: value === undefined ? null : JSON.stringify(value),
  };
}

/** Every row of the checklist with what was found and how many papers hang on it. */
async function checklistView(db: Db, ground: AwardGround): Promise<AwardChecklistItem[]> {
  const items = await itemsOf(db, ground.claim);
  const papers = await papersOf(db, ground.claim);
  const rows = checklistOf(ground.pack, ground.claim.program);
  const judged = judgeAll(rows, ground);
  return items.flatMap((item) => {
    const row = rows.find(({ code }) => code === item.code);
    const count = papers.filter(({ itemId }) => itemId === item.id).length;
    return row === undefined ? [] : [itemView(item, row, { judged, count })];
  });
}

export const judgeAll = (
  rows: readonly ChecklistRow[],
  { pack, facts, claim }: AwardGround,
): ReadonlyMap<string, JudgedCondition> =>
  judge(rows, { pack, facts, projectId: claim.subjectId, period: claim.period });

function itemView(
  item: ItemRow,
  row: ChecklistRow,
  given: { readonly judged: ReadonlyMap<string, JudgedCondition>; readonly count: number },
): AwardChecklistItem {
  const found = given.judged.get(row.code);
  const state =
    row.kind === 'DOCUMENT' ? (given.count > 0 ? 'ATTACHED' : 'BARE') : (found?.state ?? 'MISSING');
  return {
    id: item.id,
    kind: row.kind,
    state,
    ...row.words,
    clause: row.clause,
    foundZh: found?.found.zh ?? null,
    foundEn: found?.found.en ?? null,
    paperCount: given.count,
  };
}

function settlementView(
  settlement: NonNullable<Awaited<ReturnType<typeof settlementOf>>>,
  pack: EffectivePack,
): AwardSettlement {
  const { decision, chosen } = settlement;
  const words =
    chosen === AMOUNT ? wordsOf(pack.body, decision) : optionWords(pack.body, decision, chosen);
  return { ...settlement, ...words };
}
