/** Why the two cohorts of a pair are out of step at one session. */
export const PAIR_MOVE_CAUSES = ['moved', 'cancelled'] as const;
export type PairMoveCause = (typeof PAIR_MOVE_CAUSES)[number];

/** `followed`: the other cohort was moved too; `left`: their coordinator let it stand as it is; `overtaken`: the session changed again. */
export const PAIR_MOVE_STATES = ['open', 'followed', 'left', 'overtaken'] as const;
export type PairMoveState = (typeof PAIR_MOVE_STATES)[number];
