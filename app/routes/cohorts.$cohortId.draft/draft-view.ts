import { json } from '@remix-run/node';
import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { SIDES } from '#app/domain/programmes/programme.ts';
import { isBlocking, type ShownClash, sentenceForClash } from '#app/domain/scheduling/shown-clashes.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { listInWords } from '#app/domain/shared/in-words.ts';
import type { Refused } from '#app/domain/shared/outcome.ts';
import { ASKED_TOO_OFTEN } from '#app/http/asked-too-often.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import type { FormState } from '#app/ui/form-state.ts';
import { formatDay } from '#app/ui/format.ts';
import type { CohortRow } from '#db/queries/cohorts.ts';
import { listFacilitators } from '#db/queries/staff.ts';

export type DraftView = {
	readonly id: CohortId;
	readonly name: string;
	readonly area: string;
	readonly isDraft: boolean;
};

export function draftView({ id, name, area, state }: CohortRow): DraftView {
	return { id, name, area, isDraft: state === 'draft' };
}

const SENTENCES = {
	...ASKED_TOO_OFTEN,
	'no-draft': () => ({ field: 'form', sentence: 'Somebody opened this cohort already', status: 409 as const }),
	'warning-not-accepted': ({ warnings }: Refused['details']) => ({
		field: 'accept',
		sentence: `${listInWords(warnings as string[])}. Tick that you know, or change the team first`,
	}),
	clashes: () => ({ field: 'form', sentence: 'Something is still in the way of this cohort' }),
};

/** The page again with what still stands in the way, session by session. */
export function answerNotOpened(context: AppContext, actor: Actor, refusal: Refused, form: FormState): Response {
	if (refusal.code !== 'clashes') return answerRefusal(refusal, form, SENTENCES);
	const names = new Map(listFacilitators(context.db, actor, SIDES).map(({ id, name }) => [id, name]));
	const found = (refusal.details.clashes as readonly ShownClash[]).filter(isBlocking);
	const ofSession = [...Map.groupBy(found, ({ planNumber }) => planNumber).values()];
	const clashes = ofSession.map((ofOne) => ({
		session: `Session ${ofOne[0]!.planNumber}, ${formatDay(ofOne[0]!.day)}`,
		sentences: ofOne.map((clash) =>
			sentenceForClash(clash, 'staffId' in clash ? (names.get(clash.staffId) ?? '') : ''),
		),
	}));
	const errors = { form: SENTENCES.clashes().sentence };
	return json({ form: { values: form.values, errors }, clashes }, { status: 422 });
}
