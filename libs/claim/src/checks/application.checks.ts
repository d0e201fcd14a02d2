import {
  finding,
  payableLines,
  type ApplicationGround,
  type Check,
  type CheckContext,
  type Finding,
} from './check.types.js';

/** F and N of what is applied for by itself: papers, evidence, and whether anything is due. */
export const applicationChecks: Check = (context) => {
  const { application } = context;
  if (application === null) {
    return [];
  }
  return [
    ...paperFindings(application),
    ...(application.kind === 'YEARLY_OPERATING' ? gradeFindings(context, application) : []),
    ...dueFindings(context, application),
  ];
};

function paperFindings({ papers, claimId }: ApplicationGround): Finding[] {
  const about = { entity: 'claim', entityId: claimId };
  const missing = papers.filter(({ count }) => count === 0);
  const bare = missing.filter(({ kind }) => kind === 'CONDITION').length;
  return [
    ...missing
      .filter(({ kind }) => kind === 'DOCUMENT')
      .map(({ zh, en }) => finding('F07', about, { zh, en })),
    ...(bare > 0 ? [finding('F09', about, { count: bare })] : []),
  ];
}

/** A program that pays by grade needs the grade of the year with its dates, and the paper that shows it. */
function gradeFindings(context: CheckContext, application: ApplicationGround): Finding[] {
  const { schemes } = application;
  const grades = application.grades.filter(({ scheme }) => schemes.includes(scheme));
  const center = { entity: 'center', entityId: context.bundle.facts.center.id };
  const year = context.period.text;
  if (grades.length === 0) {
    return schemes.map((scheme) => finding('F10', center, { year, scheme }));
  }
  return grades
    .filter(({ evidenceCount }) => evidenceCount === 0)
    .map(({ scheme, grade, from }) => finding('F11', center, { year, scheme, grade, from }));
}

/** Sent back and unchanged: it waits for its officer, not for a document of the bureau. */
const isReturned = (alternatives: readonly { readonly decision: string }[]): boolean =>
  alternatives[0]?.decision === 'RETURNED_LINE';

function dueFindings(context: CheckContext, application: ApplicationGround): Finding[] {
  const about = { entity: 'claim', entityId: application.claimId };
  const { lines, refusals } = context.assessment;
  const own = lines.filter(({ program }) => program === application.program);
  const waiting = own.filter(({ status }) => status === 'NEEDS_DECISION');
  const isAsked = waiting.some(({ alternatives }) => !isReturned(alternatives));
  const found: Finding[] = [];
  if (payableLines(context).length === 0 && !isAsked) {
    const isRefused = refusals.some(({ program }) => program === application.program);
    const computed = own.length === 0 ? 'HELD' : waiting.length > 0 ? 'RETURNED' : 'CONDITIONS';
    const reason = isRefused ? 'REFUSED' : computed;
    found.push(finding('F08', about, { reason }));
  }
  const isTwice =
    application.kind === 'AWARD' &&
    own.some(({ amountFen, coveredFen }) => amountFen > 0 && coveredFen > 0);
  if (isTwice) {
    found.push(finding('N05', about, { program: application.program }));
  }
  return found;
}
