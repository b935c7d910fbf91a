import type { CoreStanding } from '../fidelity/core-content.ts';
import type { BestPossible } from './best-possible.ts';

/**
 * Whether somebody has received what the programme asks for, now. `met`: a person may confirm it. `depends-on-logs`: only if
 * what nobody has logged was delivered, which is for that person to judge. `to-come`: there is a session ahead of them.
 * `core-missing`: enough sessions, and too little of their core content (§7.8). `not-met`: too few sessions.
 */
export type CompletionJudgement = 'met' | 'depends-on-logs' | 'to-come' | 'core-missing' | 'not-met';

/**
 * The programme’s completion rule for one person whose place goes on. Nobody completes while a session is ahead of them,
 * however much they have received; the system suggests and never completes anybody by itself (§3.1).
 */
export function judgeCompletion(
	best: Pick<BestPossible, 'standing' | 'toCome'>,
	core: CoreStanding,
): CompletionJudgement {
	if (best.toCome > 0) return 'to-come';
	if (best.standing !== 'reached') return 'not-met';
	if (core === 'needs-catch-up' || core === 'open') return 'core-missing';
	return core === 'depends-on-logs' ? 'depends-on-logs' : 'met';
}

/** Whether a completion may be recorded. */
export function mayComplete(judgement: CompletionJudgement): boolean {
	return judgement === 'met' || judgement === 'depends-on-logs';
}
