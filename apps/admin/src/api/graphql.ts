import type { graphql as typedGraphql } from '../gql/gql.js';

/**
 * Writes a typed operation: `const BEDS = graphql(`query Beds(…) { … }`)`. Types come from the generated overloads;
 * at run time the text is the document, so that each operation stays in the chunk of the page that uses it.
 * Fragments therefore live in the same text as the operation that spreads them.
 */
export const graphql = ((source: string) => source) as unknown as typeof typedGraphql;
