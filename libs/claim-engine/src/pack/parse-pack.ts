import { Problems, RefusedInput, type Problem } from '../base/problem.js';
import { at, isRecord } from '../base/shape.js';
import { uniqueAttributes } from './declared-attributes.js';
import { checkSense } from './check-sense.js';
import { packShape } from './pack.shape.js';
import { followsFrom, soundPart } from './sound-part.js';
import type { DecisionSpec, Pack, ProgramSpec } from './pack.types.js';

function uniqueIds(
  items: readonly { readonly id: string }[],
  path: string,
  problems: Problems,
): Set<string> {
  const seen = new Set<string>();
  items.forEach((item, index) => {
    if (seen.has(item.id)) {
      problems.add(`${path}[${index}].id`, 'DUPLICATE_ID', { id: item.id });
    }
    seen.add(item.id);
  });
  return seen;
}

/** Every switch names a decision of this pack and covers options that exist, every option being covered. */
function checkSwitches(
  value: unknown,
  path: string,
  decisions: ReadonlyMap<string, DecisionSpec>,
  problems: Problems,
): void {
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      checkSwitches(item, at(path, index), decisions, problems);
    });
    return;
  }
  if (!isRecord(value)) {
    return;
  }
  if (typeof value.decision === 'string' && isRecord(value.cases)) {
    const decision = decisions.get(value.decision);
    if (decision === undefined) {
      problems.add(at(path, 'decision'), 'DECISION_UNKNOWN', { decision: value.decision });
    } else {
      const options = decision.options.map((option) => option.id);
      for (const name of Object.keys(value.cases).filter((name) => !options.includes(name))) {
        problems.add(at(at(path, 'cases'), name), 'OPTION_UNKNOWN', {
          decision: decision.id,
          options,
        });
      }
      for (const option of options.filter(
        (option) => !Object.hasOwn(value.cases as object, option),
      )) {
        problems.add(at(path, 'cases'), 'MISSING', { decision: decision.id, option });
      }
    }
  }
  for (const [key, item] of Object.entries(value)) {
    checkSwitches(item, at(path, key), decisions, problems);
  }
}

function checkDecisions(pack: Pack, problems: Problems): void {
  const decisions = pack.decisions ?? [];
  uniqueIds(decisions, '$.decisions', problems);
  decisions.forEach((decision, index) => {
    uniqueIds(decision.options, `$.decisions[${index}].options`, problems);
    const options = decision.options.map((option) => option.id);
    if (decision.chosen !== null && options.length > 0 && !options.includes(decision.chosen)) {
      problems.add(`$.decisions[${index}].chosen`, 'OPTION_UNKNOWN', {
        decision: decision.id,
        options,
      });
    }
  });
  const byId = new Map(decisions.map((decision) => [decision.id, decision]));
  checkSwitches(pack.programs, '$.programs', byId, problems);
  checkSwitches(pack.careClasses, '$.careClasses', byId, problems);
  checkSwitches(pack.stacking, '$.stacking', byId, problems);
}

/** Every source names a document of the pack: a value without its clause is not taken. */
function checkSources(
  value: unknown,
  path: string,
  documents: Set<string>,
  problems: Problems,
): void {
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      checkSources(item, at(path, index), documents, problems);
    });
  } else if (isRecord(value)) {
    const { source } = value;
    if (
      isRecord(source) &&
      typeof source.document === 'string' &&
      !documents.has(source.document)
    ) {
      problems.add(`${at(path, 'source')}.document`, 'DANGLING_ID', {
        id: source.document,
        known: [...documents],
      });
    }
    for (const [key, item] of Object.entries(value)) {
      checkSources(item, at(path, key), documents, problems);
    }
  }
}

function checkClasses(pack: Pack, problems: Problems): void {
  const { careClasses } = pack;
  const order =
    isRecord(careClasses) && Array.isArray(careClasses.order)
      ? (careClasses.order as string[])
      : [];
  const visit = (value: unknown, path: string): void => {
    if (Array.isArray(value)) {
      value.forEach((item, index) => {
        visit(item, at(path, index));
      });
    } else if (isRecord(value)) {
      const asked = value.test === 'careClass' ? value.in : value.inClass;
      if (asked !== undefined && careClasses === undefined) {
        problems.add(path, 'MISSING', { needs: 'careClasses' });
      } else if (Array.isArray(asked)) {
        const field = value.test === 'careClass' ? 'in' : 'inClass';
        asked.forEach((id: unknown, index) => {
          if (typeof id === 'string' && order.length > 0 && !order.includes(id)) {
            problems.add(`${path}.${field}[${index}]`, 'DANGLING_ID', { id, known: order });
          }
        });
      }
      for (const [key, item] of Object.entries(value)) {
        visit(item, at(path, key));
      }
    }
  };
  visit(pack.programs, '$.programs');
}

const PERSON_TESTS = new Set([
  'age',
  'category',
  'careClass',
  'household',
  'stayInYear',
  'stayDaysBetween',
]);

/** A question about a person can only be asked where the line is a person's, or inside `who`. */
function checkSubjects(pack: Pack, problems: Problems): void {
  const visit = (value: unknown, path: string, isPerson: boolean): void => {
    if (Array.isArray(value)) {
      value.forEach((item, index) => {
        visit(item, at(path, index), isPerson);
      });
    } else if (isRecord(value)) {
      if (typeof value.test === 'string' && PERSON_TESTS.has(value.test) && !isPerson) {
        problems.add(path, 'SUBJECT_MISMATCH', { test: value.test, needs: 'person' });
      }
      if (value.count === 'residentMonths' && !isPerson) {
        problems.add(path, 'SUBJECT_MISMATCH', { test: 'residentMonths', needs: 'person' });
      }
      for (const [key, item] of Object.entries(value)) {
        visit(item, at(path, key), isPerson || key === 'who');
      }
    }
  };
  pack.programs.forEach((program, index) => {
    const { quantity, ...rest } = program;
    visit(rest, `$.programs[${index}]`, program.subject === 'person');
    const isLived = program.subject === 'person' || program.subject === 'bed';
    visit(quantity, `$.programs[${index}].quantity`, isLived);
  });
}

/** Only what happens on days can be paid by the day. */
function hasDays(quantity: ProgramSpec['quantity']): boolean {
  const measure = quantity?.measure;
  return (
    quantity?.each === undefined &&
    isRecord(measure) &&
    ['meals', 'services', 'residentDays'].includes(String(measure.of))
  );
}

function checkPrograms(pack: Pack, problems: Problems): void {
  const programs = uniqueIds(pack.programs, '$.programs', problems);
  pack.programs.forEach((program, index) => {
    const isSilent = (program.unresolved ?? []).length > 0;
    if (program.rate === undefined && !isSilent) {
      problems.add(`$.programs[${index}].rate`, 'MISSING', { program: program.id });
    }
    const { rate } = program;
    if (rate?.on === 'EACH_DAY' && !hasDays(program.quantity)) {
      const only = 'quantity: meals / services / residentDays';
      problems.add(`$.programs[${index}].rate.on`, 'NO_EFFECT', { only });
    }
    if (isRecord(rate) && !('decision' in rate)) {
      const ways = ['fen', 'dated', 'rows', 'percentOf', 'range'].filter((way) => way in rate);
      if (ways.length === 0) {
        problems.add(`$.programs[${index}].rate`, 'MISSING', {
          oneOf: ['fen', 'dated', 'rows', 'percentOf', 'range'],
        });
      }
    }
  });
  pack.stacking?.forEach((rule, index) => {
    const named = rule !== null && Array.isArray(rule.programs) ? rule.programs : [];
    named.forEach((id, place) => {
      if (!programs.has(id)) {
        problems.add(`$.stacking[${index}].programs[${place}]`, 'DANGLING_ID', {
          id,
          known: [...programs],
        });
      }
    });
  });
  pack.clauses?.forEach((clause, index) => {
    clause.programs?.forEach((id, place) => {
      if (!programs.has(id)) {
        problems.add(`$.clauses[${index}].programs[${place}]`, 'DANGLING_ID', {
          id,
          known: [...programs],
        });
      }
    });
  });
}

/** Every problem of a pack, with its path; none when it may be loaded. */
export function checkPack(value: unknown): readonly Problem[] {
  const problems = new Problems();
  if (isRecord(value) && value.schema !== 'pack/1') {
    problems.add('$.schema', 'SCHEMA_UNKNOWN', {
      expected: 'pack/1',
      found: String(value.schema ?? 'nothing'),
    });
    return problems.list;
  }
  packShape.check(value, '$', problems);
  if (!isRecord(value)) {
    return problems.list;
  }
  const shape = problems.list;
  const pack = (shape.length === 0 ? value : soundPart(value, shape)) as unknown as Pack;
  const isSound = (place: RegExp): boolean => !shape.some(({ path }) => place.test(path));
  const more = new Problems();
  const documents = uniqueIds(pack.documents, '$.documents', more);
  if (isSound(/^\$\.decisions/)) {
    checkDecisions(pack, more);
  }
  if (isSound(/^\$\.documents/)) {
    checkSources(pack, '$', documents, more);
  }
  if (isSound(/^\$\.attributes/)) {
    uniqueAttributes(pack, more);
  }
  checkPrograms(pack, more);
  if (isSound(/^\$\.careClasses/)) {
    checkClasses(pack, more);
  }
  checkSubjects(pack, more);
  checkSense(pack, more);
  return [
    ...shape,
    ...more.list.filter((one) => isKnown(one, isSound) && !followsFrom(one, shape)),
  ];
}

/** An id that is not found may be one whose own record is broken. */
function isKnown({ path, code }: Problem, isSound: (place: RegExp) => boolean): boolean {
  if (code !== 'DANGLING_ID') {
    return true;
  }
  if (path.startsWith('$.notices')) {
    return isSound(/^\$\.programs(\[\d+\])?(\.rate(\.rows)?(\[\d+\])?(\.id)?)?$/);
  }
  return isSound(/^\$\.programs(\[\d+\])?(\.id)?$/) && isSound(/^\$\.careClasses/);
}

/** Reads `pack/1`. Throws RefusedInput with every problem at once. */
export function parsePack(value: unknown): Pack {
  const problems = checkPack(value);
  if (problems.length > 0) {
    throw new RefusedInput(problems);
  }
  return value as Pack;
}
