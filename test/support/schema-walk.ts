import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

export interface Operation {
  readonly kind: 'query' | 'mutation';
  readonly name: string;
  readonly field: GraphQLField<unknown, unknown>;
}

/** Answers an id argument by its name; undefined for what it does not know. */
export type IdSource = (name: string, operation: Operation, path: string) => unknown;

/** All that the product can be asked or told. */
export function operationsOf(schema: GraphQLSchema): Operation[] {
  const of = (kind: Operation['kind'], fields: object | undefined): Operation[] =>
    Object.values(fields ?? {}).map((field: GraphQLField<unknown, unknown>) => ({
      kind,
      name: field.name,
      field,
    }));
  return [
    ...of('query', schema.getQueryType()?.getFields()),
    ...of('mutation', schema.getMutationType()?.getFields()),
  ];
}

/** Every field without arguments of its own, so deep and no deeper; lists inside lists are cut off one level sooner. */
function selectionOf(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isUnionType(named)) {
    // A name may mean another type in another part: then only the first part is asked for it.
    const meaning = new Map<string, string>();
    const parts = named.getTypes().map((one) => {
      const fields = Object.values(one.getFields()).filter(({ name, type: of }) => {
        const known = meaning.get(name) ?? String(of);
        meaning.set(name, known);
        return known === String(of);
      });
      const asked = fields.map((field) => `${field.name} ${selectionOf(field.type, depth - 1)}`);
      return `... on ${one.name} { ${asked.join(' ')} }`;
    });
    return `{ __typename ${parts.join(' ')} }`;
  }
  if (!isObjectType(named) && !isInterfaceType(named)) {
    return '';
  }
  const fields = Object.values(named.getFields())
    .filter(({ args }) => !args.some(({ type: wanted }) => isNonNullType(wanted)))
    .map((field) => ({ name: field.name, inner: getNamedType(field.type), type: field.type }))
    .filter(({ inner }) => depth > 0 || !('getFields' in inner || isUnionType(inner)))
    .map(({ name, type: of }) => `${name} ${selectionOf(of, depth - 1)}`);
  return `{ __typename ${fields.join(' ')} }`;
}

export function documentOf({ kind, name, field }: Operation): string {
  const declared = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const [head, call] = field.args.length > 0 ? [`(${declared})`, `(${passed})`] : ['', ''];
  return `${kind} ${head} { ${name}${call} ${selectionOf(field.type, 2)} }`;
}

const SCALARS: Readonly<Record<string, unknown>> = {
  String: '其他',
  Int: 1,
  Float: 1,
  Boolean: false,
  Fen: 100,
  LocalDate: '2025-04-20',
  YearMonth: '2025-01',
};

/** Where the first value of a type is no sensible one. */
const PLAIN: Readonly<Record<string, unknown>> = {
  idType: 'PASSPORT',
  number: 'E12345678',
  period: '2025-04',
  packCode: 'yangcheng-2022',
  decision: 'death-month',
  sex: 'F',
  kind: undefined,
  locale: 'zh-CN',
  cell: 'residents',
  fullIdNumber: '999999194005060018',
  idempotencyKey: undefined,
  isGiven: true,
  pattern: '{n}',
  bedPattern: '{n}',
  roomPattern: '{f}{nn}',
  floorPattern: '{f}层',
  roleCodes: ['NURSE'],
  scheme: 'GB/T 37276',
  isOpenEnded: true,
};

/** The arguments of one call: ids by name, the rest by type. */
export class Filler {
  constructor(
    private readonly ids: IdSource,
    private readonly overrides: Readonly<Record<string, unknown>> = {},
  ) {}

  variables(operation: Operation): Record<string, unknown> {
    return this.fields(operation.field.args, operation, operation.name);
  }

  private fields(
    wanted: readonly (GraphQLArgument | GraphQLInputField)[],
    operation: Operation,
    path: string,
  ): Record<string, unknown> {
    const filled: Record<string, unknown> = {};
    for (const one of wanted) {
      const value = this.value(one, operation, `${path}.${one.name}`);
      if (value !== undefined) {
        filled[one.name] = value;
      }
    }
    return filled;
  }

  private value(
    { name, type }: GraphQLArgument | GraphQLInputField,
    operation: Operation,
    path: string,
  ): unknown {
    if (name in this.overrides) {
      return this.overrides[name];
    }
    const known = this.ids(name, operation, path);
    if (known !== undefined) {
      return isListType(getNullableType(type)) && !Array.isArray(known) ? [known] : known;
    }
    if (getNamedType(type).name === 'ID') {
      throw new Error(`${path}: whose row is it? An id nobody aims at is a door nobody tries`);
    }
    return isNonNullType(type) ? this.plain(name, type, operation, path) : undefined;
  }

  private plain(name: string, type: GraphQLInputType, operation: Operation, path: string): unknown {
    const bare = getNullableType(type);
    if (isListType(bare)) {
      return PLAIN[name] ?? [this.plain(name, bare.ofType, operation, path)];
    }
    if (isInputObjectType(bare)) {
      return this.fields(Object.values(bare.getFields()), operation, path);
    }
    if (isEnumType(bare)) {
      return PLAIN[name] ?? bare.getValues()[0]?.name;
    }
    const value = PLAIN[name] ?? SCALARS[String(bare)];
    if (value === undefined) {
      throw new Error(`${path}: ${String(type)} has no fixture; say whose row it is`);
    }
    return value;
  }
}
