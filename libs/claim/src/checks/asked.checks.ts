import type { AskedAttribute, Attributes } from '@yibu/claim-engine';
import { addDays } from '@yibu/kernel';

import { finding, type Check, type CheckContext, type Finding } from './check.types.js';

/** More than so many lack the same: told once, with the number. */
const TOLD_SINGLY = 8;

interface Subject {
  readonly id: string;
  readonly attributes?: Attributes;
}

/** F: what the rules ask and nobody recorded. Not recorded, it never passes a condition. */
export const askedChecks: Check = (context) =>
  context.asked.flatMap((attribute) => {
    const missing = concerned(context, attribute).filter(
      (subject) => !isRecorded(subject, attribute.name, context),
    );
    return told(context, attribute, missing);
  });

/** A center always; people and staff of whom the programs that ask have something to say. */
function concerned(context: CheckContext, { of, asks }: AskedAttribute): readonly Subject[] {
  const { facts } = context.bundle;
  const programs = new Set(asks.map(({ program }) => program));
  const lines = context.assessment.lines.filter(({ program }) => programs.has(program));
  const spoken = new Set(lines.map(({ subject }) => subject.id));
  switch (of) {
    case 'center':
      return lines.length > 0 ? [facts.center] : [];
    case 'person':
      return facts.people.filter(({ id }) => spoken.has(id));
    case 'staff':
      return facts.staff.filter(({ id }) => spoken.has(id));
    case 'project':
      return [];
  }
}

/** On the last day of the period, or of whoever has left by then at any time. */
function isRecorded({ attributes }: Subject, name: string, { period }: CheckContext): boolean {
  const value = attributes?.[name];
  const last = addDays(period.endsBefore, -1);
  return Array.isArray(value)
    ? value.some(({ from, until }) => from <= last && (until == null || until > last))
    : value != null;
}

function told(
  context: CheckContext,
  { of, label }: AskedAttribute,
  missing: readonly Subject[],
): Finding[] {
  const words = { zh: label.zh, en: label.en };
  if (missing.length > TOLD_SINGLY) {
    const list = { entity: of === 'staff' ? 'staffList' : 'residentList' };
    const at = { ...list, entityId: context.bundle.facts.center.id };
    const people = String(missing.length);
    return [
      finding('F12', at, {
        zh: `${words.zh}（${people}人）`,
        en: `${words.en} (${people} people)`,
      }),
    ];
  }
  const entity = of === 'person' ? 'resident' : of;
  return missing.map(({ id }) =>
    finding('F12', { entity, entityId: id, ...(of === 'person' ? { subjectId: id } : {}) }, words),
  );
}
