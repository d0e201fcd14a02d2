import {
  getNamedType,
  isInputObjectType,
  type GraphQLArgument,
  type GraphQLInputField,
} from 'graphql';

import { tableOf, type Estate } from './estate.js';
import type { IdSource, Operation } from './schema-walk.js';

const FIXED: Readonly<Record<string, unknown>> = {
  entity: 'resident',
  itemId: '1.1',
  optionId: '1',
  fieldId: 'name',
  reason: '补录',
  year: 2025,
  'enterObjection.input.source': 'PHONE',
  'recordInspection.input.result': 'PRESENT',
  'inviteUser.input.userName': 'stranger1',
  'updatePlace.input.kind': 'BUILDING',
  'sortPlaces.input.kind': 'BUILDING',
  'removePlace.input.kind': 'BUILDING',
  'reserveBed.input.fromOn': '2025-05-03',
  'recordCompliance.input.key': 'YC-13:item:0',
  'recordCountyProgress.input.key': 'YC-02:value:0',
  'saveAssessment.input.answers': [],
  'saveAssessment.input.background': [],
  'setBankAccount.input.number': '6222020200112233445',
};

/** Whose version a call states, most telling first. */
const MAIN = ['id', 'claimId', 'stayId', 'assessmentId', 'absenceId', 'importId', 'residentId'];

/** The ids of one call: all of the other tenant's, or only the one at a place and the rest the caller's own. */
export class Aim {
  /** The places at which ids were filled in. */
  readonly places = new Set<string>();
  private readonly rows = new Map<string, { id: string; version: number }>();

  constructor(
    private readonly theirs: Estate,
    private readonly own: Estate,
    private readonly only: string | null = null,
  ) {}

  private estate(path: string): Estate {
    return this.only === null || this.only === path ? this.theirs : this.own;
  }

  async load(operation: Operation): Promise<this> {
    for (const name of argumentNames(operation)) {
      const table = tableOf(name, operation);
      if (table !== undefined) {
        this.rows.set(`theirs ${table}`, await this.theirs.row(table));
        this.rows.set(`own ${table}`, await this.own.row(table));
      }
    }
    return this;
  }

  private row(path: string, table: string): { id: string; version: number } | undefined {
    return this.rows.get(`${this.estate(path) === this.theirs ? 'theirs' : 'own'} ${table}`);
  }

  readonly source: IdSource = (name, operation, path) => {
    // An item of a form is none of a table.
    const isRow = name === 'itemId' && tableOf(name, operation) !== undefined;
    const fixed = isRow ? undefined : (FIXED[path] ?? FIXED[name]);
    if (fixed !== undefined) {
      return fixed;
    }
    if (name === 'version' || name === 'otherVersion') {
      return this.version(operation, path.slice(0, path.lastIndexOf('.') + 1));
    }
    const isCounty = name === 'countyCode' || (name === 'code' && operation.name === 'saveCounty');
    const table = tableOf(name, operation);
    if (!isCounty && table === undefined) {
      return undefined;
    }
    this.places.add(path);
    return isCounty ? this.estate(path).tenant.world.countyCode : this.row(path, table ?? '')?.id;
  };

  private version(operation: Operation, parent: string): number {
    const names = argumentNames(operation);
    const main = MAIN.find((name) => names.includes(name)) ?? '';
    return this.row(parent + main, tableOf(main, operation) ?? '')?.version ?? 1;
  }
}

function argumentNames(operation: Operation): string[] {
  const names: string[] = [];
  const visit = (fields: readonly (GraphQLArgument | GraphQLInputField)[]): void => {
    for (const { name, type } of fields) {
      names.push(name);
      const bare = getNamedType(type);
      if (isInputObjectType(bare)) {
        visit(Object.values(bare.getFields()));
      }
    }
  };
  visit(operation.field.args);
  return names;
}
