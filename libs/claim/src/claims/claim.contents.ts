import { Field, ObjectType } from '@nestjs/graphql';

import type { LineKind } from './claim.entities.js';
import { ClaimLineKindEnum } from './claim.graphql.js';

@ObjectType({
  description: 'A kind of money in a decision: a program, and whether due now, late or back.',
})
export class ClaimContent {
  @Field(() => String) program: string;
  @Field(() => ClaimLineKindEnum) kind: LineKind;
}

/** What the decision of claim `c` recognized, as text: `program kind`, each once. */
export const CONTENTS = `(SELECT GROUP_CONCAT(DISTINCT l.program, ' ', l.kind ORDER BY l.program, FIELD(l.kind, 'NORMAL', 'CATCH_UP', 'REVERSAL') SEPARATOR ',')
    FROM claim_line_verdict v JOIN claim_line l ON l.id = v.claim_line_id
    WHERE v.claim_id = c.id AND v.verdict IN ('ACCEPTED', 'CUT') AND l.amount_fen <> 0)`;

export function contentsOf(text: string | null): ClaimContent[] {
  return (text ?? '')
    .split(',')
    .filter(Boolean)
    .map((content) => {
      const [program = '', kind = ''] = content.split(' ');
      return { program, kind: kind as LineKind };
    });
}
