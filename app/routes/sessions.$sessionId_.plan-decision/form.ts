import { z } from 'zod';
import { PLAN_DECISIONS } from '#app/domain/scheduling/changes/plan-decisions.ts';
import { asId, type SessionId } from '#app/domain/shared/ids.ts';
import { oneOfCodes, optionalText, requiredText } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';

export const decisionForm = z.object({
	decision: oneOfCodes(PLAN_DECISIONS, 'Choose what becomes of the plan'),
	otherSessionId: optionalText(40).transform((id) => (id === null ? null : asId<SessionId>(id))),
	reason: requiredText('Enter why', 200),
});

const already = (sentence: string) => () => ({ field: 'form', sentence, status: 409 as const });

export const SENTENCES: RefusalSentences = {
	'not-cancelled': already('This session stands, so its plan is not left out or merged'),
	'not-held': already('A plan is split only when its session has started'),
	'scheduled-again': already('The plan is scheduled for another date already'),
	'decided-already': already('It is recorded already what becomes of this plan'),
	'other-session-missing': () => ({ field: 'otherSessionId', sentence: 'Choose the other session from the list' }),
	'other-session-unfit': () => ({
		field: 'otherSessionId',
		sentence: 'Choose another session of this cohort: one that stands, and is not an individual one',
	}),
};
