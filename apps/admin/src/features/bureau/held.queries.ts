import { graphql } from '../../api/graphql.js';

export const RELEASE_HELD = graphql(`
  mutation ReleaseHeldLine($input: ReleaseLineInput!) {
    releaseLine(input: $input) {
      id
    }
  }
`);

export const REFUSE_HELD = graphql(`
  mutation RefuseHeldLine($input: RefuseHeldLineInput!) {
    refuseHeldLine(input: $input) {
      id
    }
  }
`);
