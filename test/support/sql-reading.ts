/** One SELECT, UPDATE, INSERT or DELETE in its own words; what it selects from within parentheses are blocks of their own. */
export interface SqlBlock {
  /** Parentheses with a SELECT in them read `sub_3`: the third list of `subs`. */
  readonly text: string;
  /** Each with one block, or several joined by UNION. */
  readonly subs: readonly (readonly SqlBlock[])[];
}

interface Table {
  readonly name: string;
  readonly alias: string;
}

/** Aliases whose rows belong to a center that the statement names. */
type Held = ReadonlySet<string>;

const NO_ALIAS =
  'WHERE|JOIN|LEFT|RIGHT|INNER|CROSS|STRAIGHT_JOIN|ON|SET|ORDER|GROUP|LIMIT|FOR|VALUES|SELECT|USING|FORCE|USE|UNION|HAVING|FROM|WINDOW';
const TABLE = new RegExp(
  String.raw`\b(?:FROM|JOIN|UPDATE|INTO)\s+(\w+)(?:\s+(?:AS\s+)?(?!(?:${NO_ALIAS})\b)([A-Za-z_]\w*))?`,
  'gi',
);
const FROM_LIST = /\bFROM\b.*?(?=\b(?:WHERE|GROUP|ORDER|LIMIT|HAVING|WINDOW|SET)\b|$)/gi;
const AFTER_COMMA = new RegExp(
  String.raw`,\s*(\w+)(?:\s+(?:AS\s+)?(?!(?:${NO_ALIAS})\b)([A-Za-z_]\w*))?`,
  'gi',
);
const LOCK = /\bFOR UPDATE\b|\bON DUPLICATE KEY UPDATE\b/gi;
const BOUND = String.raw`\s*(?:=|<=>|IN\b)\s*[(\x01]?\s*\?`;
const OF_CENTER = new RegExp(String.raw`(?:\b(\w+)\.)?\b(?:center_id|county_code)${BOUND}`, 'gi');
const CENTER_ITSELF = new RegExp(String.raw`(?:\b(\w+)\.)?\bid${BOUND}`, 'gi');
const OF_SOMEBODY = new RegExp(
  String.raw`\b(?:center_id|county_code|organization_id)${BOUND}`,
  'i',
);
const KEY = String.raw`(?:id|\w+_id|county_code|code)`;
const LINK = new RegExp(
  String.raw`(?:\b(\w+)\.)?\b${KEY}\s*(?:=|<=>)\s*(?:(\w+)\.)?${KEY}\b`,
  'gi',
);
const IN_SUB = new RegExp(String.raw`(?:\b(\w+)\.)?\b${KEY}\s*(?:=|IN)\s*\(?(sub_\d+)`, 'gi');
const INSERT = /^(?:INSERT|REPLACE)\b[^(]*\(([^)]*)\)/i;

/** Without quoted words, quotation marks of names and line ends. */
function plain(sql: string): string {
  return sql
    .replaceAll(/'(?:[^'\\]|\\.)*'/g, "''")
    .replaceAll('`', '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Where the parenthesis that opens at `start` ends. */
function endOf(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    depth += text[at] === '(' ? 1 : text[at] === ')' ? -1 : 0;
    if (depth === 0) {
      return at;
    }
  }
  throw new Error(`A parenthesis stays open: ${text.slice(start, start + 80)}`);
}

function blocksOf(text: string): SqlBlock[] {
  const subs: SqlBlock[][] = [];
  let rest = text;
  for (;;) {
    const start = rest.search(/\(\s*(?:SELECT|WITH)\b/i);
    if (start < 0) {
      break;
    }
    const end = endOf(rest, start);
    subs.push(blocksOf(rest.slice(start + 1, end).trim()));
    rest = `${rest.slice(0, start)} sub_${subs.length - 1} ${rest.slice(end + 1)}`;
  }
  return rest.split(/\bUNION(?: ALL)?\b/i).map((part) => ({ text: part.trim(), subs }));
}

/** A condition beside an OR does not bind, unless every side says whose the row is. */
function orBinds(inner: string): boolean {
  return !/\bOR\b/i.test(inner) || inner.split(/\bOR\b/i).every((side) => OF_SOMEBODY.test(side));
}

/** What of a block's conditions always holds. */
function bindingOf(text: string): string {
  let rest = text;
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replaceAll(/\(([^()]*)\)/g, (_all, inner: string) =>
      orBinds(inner) ? `\u0001${inner.replaceAll(/\bOR\b/gi, 'or_else')}\u0002` : ' ',
    );
  }
  rest = rest.replaceAll('\u0001', '(').replaceAll('\u0002', ')');
  const where = rest.search(/\bWHERE\b/i);
  return where < 0 || orBinds(rest.slice(where)) ? rest : rest.slice(0, where);
}

function tablesOf(text: string): Table[] {
  const lists = text.replaceAll(/\([^()]*\)/g, ' ').matchAll(FROM_LIST);
  return [
    ...text.replaceAll(LOCK, '').matchAll(TABLE),
    ...[...lists].flatMap(([list]) => [...list.matchAll(AFTER_COMMA)]),
  ].map(([, name = '', alias]) => ({ name: name.toLowerCase(), alias: alias ?? name }));
}

/** Finds the tables of centers that a statement touches without saying of which center. */
export class SqlReader {
  constructor(private readonly ofCenters: ReadonlySet<string>) {}

  /** Names of the tables, each as it stands in the statement. */
  unheldTables(sql: string): string[] {
    return blocksOf(plain(sql)).flatMap((block) => this.unheld(block, new Set()));
  }

  private unheld(block: SqlBlock, outside: Held): string[] {
    const held = this.heldIn(block, outside);
    const own = tablesOf(block.text)
      .filter(({ name, alias }) => this.ofCenters.has(name) && !held.has(alias))
      .map(({ name }) => name);
    return [...own, ...subsIn(block).flatMap((sub) => this.unheld(sub, held))];
  }

  /** Those with a condition of their own, then all that are joined to them by their keys. */
  private heldIn(block: SqlBlock, outside: Held): Held {
    const tables = tablesOf(block.text);
    const binding = bindingOf(block.text);
    const first = tables.find(({ name }) => name !== insertedInto(block.text)) ?? tables[0];
    const held = new Set([...outside].filter((alias) => tables.every((t) => t.alias !== alias)));
    const hold = (alias: string | undefined): void => {
      held.add(alias ?? first?.alias ?? '');
    };
    for (const [, alias] of binding.matchAll(OF_CENTER)) {
      hold(alias);
    }
    for (const [, alias] of binding.matchAll(CENTER_ITSELF)) {
      if (tables.some((t) => t.alias === (alias ?? first?.alias) && t.name === 'center')) {
        hold(alias);
      }
    }
    if (INSERT.exec(block.text)?.[1]?.match(/\bcenter_id\b/)) {
      hold(tables[0]?.alias);
    }
    this.spread(block, held, first?.alias ?? '');
    return held;
  }

  private spread(block: SqlBlock, held: Set<string>, first: string): void {
    const binding = bindingOf(block.text);
    const links = [...binding.matchAll(LINK)].map(([, a = first, b = first]) => [a, b] as const);
    const lists = [
      ...[...binding.matchAll(IN_SUB)].map(([, alias = first, sub = '']) => ({ alias, sub })),
      ...tablesOf(block.text).map(({ name, alias }) => ({ alias, sub: name })),
    ];
    for (let before = -1; before !== held.size;) {
      before = held.size;
      for (const [a, b] of links) {
        if (held.has(a) || held.has(b)) {
          held.add(a).add(b);
        }
      }
      for (const { alias, sub } of lists) {
        if (!held.has(alias) && this.isHeldSub(block, sub, held)) {
          held.add(alias);
        }
      }
    }
  }

  /** A list of rows of centers that are named in it. */
  private isHeldSub(block: SqlBlock, name: string, held: Held): boolean {
    const parts = SUB.test(name) ? block.subs[Number(name.slice(4))] : undefined;
    return (
      parts?.every(
        (part) =>
          tablesOf(part.text).some((table) => this.ofCenters.has(table.name)) &&
          this.unheld(part, held).length === 0,
      ) ?? false
    );
  }
}

const SUB = /^sub_\d+$/;

const subsIn = ({ text, subs }: SqlBlock): SqlBlock[] =>
  subs.flatMap((sub, at) => (new RegExp(`\\bsub_${at}\\b`).test(text) ? sub : []));

const insertedInto = (text: string): string | undefined =>
  /^(?:INSERT|REPLACE)\b/i.test(text) ? tablesOf(text)[0]?.name : undefined;
