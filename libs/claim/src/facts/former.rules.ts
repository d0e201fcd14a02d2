import type { LocalDate } from '@yibu/kernel';

import type { FactsBundle } from './facts.types.js';
import { cut } from './period.rules.js';

/**
 * What an operator that left the center may still claim from: the people of its own time, as the end of the period
 * knew them. Whoever came afterwards, and what happened afterwards, is the next operator's.
 */
export function asFormerOperator(
  bundle: FactsBundle,
  term: { readonly endsBefore: LocalDate; readonly registered: ReadonlySet<string> },
): FactsBundle {
  const { facts } = bundle;
  const { endsBefore, registered } = term;
  const known = new Set([
    ...registered,
    ...facts.stays.map(({ person }) => person),
    ...facts.services.map(({ person }) => person),
    ...facts.meals.map(({ person }) => person),
  ]);
  const labels = [...bundle.people].filter(([id]) => known.has(id));
  return {
    ...bundle,
    facts: {
      ...facts,
      people: facts.people.filter(({ id }) => known.has(id)),
      assessments: facts.assessments.filter(({ person }) => known.has(person)),
    },
    people: new Map(
      labels.map(([id, label]) => [id, { ...label, diedOn: cut(label.diedOn, endsBefore) }]),
    ),
    stays: bundle.stays.map((stay) =>
      stay.untilOn !== null && stay.untilOn >= endsBefore
        ? { ...stay, untilOn: null, endKind: null }
        : stay,
    ),
    // An absence that ended later had not come to its end, which is not the same as one that nobody ended.
    absences: bundle.absences.map((absence) =>
      absence.untilOn !== null && absence.untilOn > endsBefore
        ? { ...absence, untilOn: endsBefore }
        : absence,
    ),
    levels: bundle.levels.filter(({ person, from }) => known.has(person) && from < endsBefore),
  };
}
