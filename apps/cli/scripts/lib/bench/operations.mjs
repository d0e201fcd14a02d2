// The queries of the admin's own pages, with variables that fit: a page that is added is measured without being listed.
import fs from 'node:fs';
import { Kind, parse, print } from 'graphql';
import { inRoot } from '../paths.mjs';

/** What pages ask for by name; anything else that is required makes a query of one record, which is no list. */
function valuesFor({ centerId, countyCode, today }) {
  const month = today.slice(0, 7);
  return {
    centerId,
    countyCode,
    page: 1,
    pageSize: 20,
    month,
    period: month,
    year: Number(today.slice(0, 4)),
    asOf: today,
    onDate: today,
    from: today,
    meal: 'LUNCH',
    tab: 'DUE',
  };
}

function variablesOf(operation, known) {
  const definitions = operation.variableDefinitions ?? [];
  const wanted = definitions.filter(
    ({ type, defaultValue, variable }) =>
      type.kind === Kind.NON_NULL_TYPE ||
      defaultValue !== undefined ||
      variable.name.value in known,
  );
  const names = wanted.map(({ variable }) => variable.name.value);
  return names.every((name) => name in known)
    ? Object.fromEntries(names.map((name) => [name, known[name]]))
    : null;
}

/** -> [{ name, query, variables }], `variables` null where a page must first have chosen a record */
export function pageQueries(known) {
  const generated = fs.readFileSync(inRoot('apps/admin/src/gql/graphql.ts'), 'utf8');
  const texts = [...generated.matchAll(/new TypedDocumentString\(`([\s\S]*?)`/g)];
  const values = valuesFor(known);
  return texts
    .map(([, text]) => parse(text))
    .flatMap((document) => {
      const operation = document.definitions.find(
        (definition) =>
          definition.kind === Kind.OPERATION_DEFINITION && definition.operation === 'query',
      );
      return operation === undefined
        ? []
        : [
            {
              name: operation.name?.value ?? 'unnamed',
              query: print(document),
              variables: variablesOf(operation, values),
            },
          ];
    });
}
