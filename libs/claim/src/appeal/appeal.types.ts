/** CUT: the decision took something from the line. REFUSED: it was held and not granted in the end. */
export type AppealGround = 'CUT' | 'REFUSED';

export type AppealOutcome = 'UPHELD' | 'REJECTED';
