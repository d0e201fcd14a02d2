import { Injectable } from '@nestjs/common';
import { absenceFacts, bedFacts, stayFacts } from '@yibu/bed';
import { serviceFacts } from '@yibu/care';
import { centerFacts, type CenterFacts } from '@yibu/center';
import type { Facts } from '@yibu/claim-engine';
import type { LocalDate } from '@yibu/kernel';
import { mealFacts } from '@yibu/meal';
import type { Db } from '@yibu/platform';
import { levelFacts, peopleFacts } from '@yibu/resident';
import { staffFacts } from '@yibu/staff';

import { askedFacts, NOTHING_ASKED, type AskedNames } from '../asked/asked.facts.js';
import { projectFacts, type AwardFacts } from './project.facts.js';
import { readLabels } from './facts.labels.js';
import type { FactsBundle } from './facts.types.js';
import { cut } from './period.rules.js';

/** From the first day that is looked at again up to the end of the period. */
export interface FactsWindow {
  readonly from: LocalDate;
  readonly endsBefore: LocalDate;
}

/**
 * Assembles `facts/1` of a center from the readers of the libs that own the records: a fixed number of statements
 * whatever its size, in a fixed order, so that the same records give the same bytes. Run it in a snapshot: all
 * statements must see one moment.
 */
@Injectable()
export class FactsReader {
  async read(
    db: Db,
    centerId: string,
    window: FactsWindow,
    application: ApplicationFacts = EVERYBODY,
  ): Promise<FactsBundle> {
    const { endsBefore } = window;
    const own = await centerFacts(db, centerId);
    const { countyCode } = own;
    const asked = await askedFacts(db, centerId, { names: application.asked, endsBefore });
    const center = { ...own.center, ...asked.of(centerId) };
    const labels = await readLabels(db, centerId, endsBefore);
    if (!application.withPeople) {
      return await withoutPeople(db, application, { countyCode, center, labels, endsBefore });
    }
    const days = { from: window.from, until: endsBefore };
    const people = await peopleFacts(db, centerId);
    const stays = await stayFacts(db, centerId);
    const absences = await absenceFacts(db, centerId, application.asked);
    const levels = await levelFacts(db, centerId);
    const services = await serviceFacts(db, centerId, days);
    const meals = await mealFacts(db, centerId, days);
    const staff = await staffFacts(db, centerId);
    const projects = await projectFacts(db, centerId, application.award);
    const facts: Facts = {
      schema: 'facts/1',
      county: countyCode,
      center: { ...center, grades: within(center.grades, endsBefore) },
      people: people.map((person) => ({
        ...person,
        ...asked.of(person.id),
        diedOn: cut(person.diedOn, endsBefore),
        categories: within(person.categories, endsBefore),
      })),
      stays: within(stays, endsBefore),
      absences: within(absences, endsBefore),
      assessments: within(levels, endsBefore),
      services,
      meals,
      staff: within(staff, endsBefore).map((member) => ({
        ...member,
        ...asked.of(member.id),
        certificates: within(member.certificates, endsBefore),
      })),
      beds: await bedsAsked(db, centerId, { application, endsBefore }),
      ...projects.facts,
    };
    return { facts, levels, ...labels, projectNames: projects.names };
  }
}

/** What an application by itself needs beside the center: its project, and people only where its rules ask of them. */
export interface ApplicationFacts {
  readonly withBeds: boolean;
  readonly withPeople: boolean;
  readonly award: AwardFacts | null;
  /** What its rules ask beyond the fields of the registers: nothing else is a fact. */
  readonly asked: AskedNames;
}

export const EVERYBODY: ApplicationFacts = {
  withPeople: true,
  withBeds: false,
  award: null,
  asked: NOTHING_ASKED,
};

/** All beds of the house, so that a stay names one of them; their kinds as far as the period goes. */
async function bedsAsked(
  db: Db,
  centerId: string,
  at: { readonly application: ApplicationFacts; readonly endsBefore: LocalDate },
): Promise<Facts['beds']> {
  const beds = at.application.withBeds ? await bedFacts(db, centerId) : [];
  return beds.map(({ type, ...bed }) => ({
    ...bed,
    until: cut(bed.until, at.endsBefore),
    ...(type === undefined ? {} : { type: within(type, at.endsBefore) }),
  }));
}

interface Ground {
  readonly countyCode: string;
  readonly center: CenterFacts;
  readonly labels: Omit<FactsBundle, 'facts' | 'levels'>;
  readonly endsBefore: LocalDate;
}

async function withoutPeople(
  db: Db,
  application: ApplicationFacts,
  { countyCode, center, labels, endsBefore }: Ground,
): Promise<FactsBundle> {
  const projects = await projectFacts(db, center.id, application.award);
  const facts: Facts = {
    schema: 'facts/1',
    county: countyCode,
    center: { ...center, grades: within(center.grades, endsBefore) },
    people: [],
    stays: [],
    absences: [],
    assessments: [],
    services: [],
    meals: [],
    staff: [],
    beds: await bedsAsked(db, center.id, { application, endsBefore }),
    ...projects.facts,
  };
  return {
    facts,
    levels: [],
    ...labels,
    people: new Map(),
    stays: [],
    absences: [],
    projectNames: projects.names,
  };
}

interface Dated {
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

/** What begins after the period is unknown to it, and what ends after it has not ended. */
const within = <T extends Dated>(rows: readonly T[], before: LocalDate): T[] =>
  rows
    .filter(({ from }) => from < before)
    .map((row) => ({ ...row, until: cut(row.until, before) }));
