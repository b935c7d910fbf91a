import { json } from '@remix-run/node';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { Reason } from '#app/domain/attendance/marks.ts';
import { typedText } from '#app/domain/attendance/typed-mark.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import type { Refused } from '#app/domain/shared/outcome.ts';
import { notFound, orNotFound } from '#app/http/not-found.ts';
import { formErrors, type SentForm } from '#app/http/read-form.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { textOf } from '#app/ui/form-state.ts';
import type { MarkFault } from '#app/use-cases/register/sort-choices.ts';
import type { ColumnFault } from '#app/use-cases/register/type-up.ts';
import { CELL, FROM, field, keyOf, type TypeUpForm, type Unexplained, WHY_NOT } from './form.ts';
import { type Plans, readGridView } from './grid-view.ts';
import { BROKEN_FORM, sayCellFault, sayConflict, sayMarkFault, sayRefusal, TOO_LONG } from './sentences.ts';
import { sayersOf } from './who.ts';

type Errors = Record<string, string>;
export type Asked = {
	readonly context: RequestContext;
	readonly actor: StaffActor;
	readonly cohortId: CohortId;
	readonly plans: Plans;
};

/** The answer to a form that no page of ours sends; 404 when the cohort's registers are not theirs. */
export function answerBroken(asked: Asked, { values }: SentForm): Response {
	wordsOf(asked);
	return formErrors({ values, errors: { form: BROKEN_FORM } });
}

/** What is still to be said or mended before anything can be saved; null when nothing is. */
export function answerUnready(asked: Asked, form: TypeUpForm, { values }: SentForm): Response | null {
	const { faults, unexplained, withoutWhy, tooLong } = form;
	if (faults.length + unexplained.length + withoutWhy.length + tooLong.length === 0) return null;
	const whoOf = wordsOf(asked);
	const errors: Errors = {};
	for (const fault of faults) {
		const typed = textOf({ values, errors: {} }, field(CELL, fault.key));
		const { name, sentence } = sayCellFault(fault, whoOf.cell(fault.key), typed);
		errors[field(name, fault.key)] ??= sentence;
	}
	for (const id of withoutWhy) errors[field(WHY_NOT, id)] = `${whoOf.session(id)}: say why it did not go ahead`;
	for (const name of tooLong) errors[name] = TOO_LONG;
	return json({ form: { values, errors }, unexplained }, { status: 400 });
}

/** The page again with each cell that was refused or is in conflict; nothing was saved, everything typed is there. */
export function answerNotSaved(asked: Asked, refusal: Refused, form: TypeUpForm, { values }: SentForm): Response {
	if (refusal.code === 'not-found') throw notFound();
	const whoOf = wordsOf(asked);
	const kept: Record<string, string | readonly string[]> = { ...values };
	const errors: Errors = {};
	for (const fault of refusal.details.faults as readonly ColumnFault[]) {
		const { sessionId, conflicts } = fault;
		Object.assign(errors, errorsOfRefusal(fault, whoOf));
		for (const conflict of conflicts) {
			const key = keyOf(sessionId, conflict.stands.enrolmentId);
			errors[field(CELL, key)] = sayConflict(conflict, whoOf.cell(key), asked.actor);
			// Neither of the two is chosen: an empty cell over a mark is asked about again.
			kept[field(CELL, key)] = '';
			kept[field(FROM, key)] = `${conflict.stands.version} ${typedText(conflict.stands)}`;
		}
	}
	return json({ form: { values: kept, errors }, unexplained: explainedIn(form, refusal) }, { status: 409 });
}

type Words = ReturnType<typeof wordsOf>;

function errorsOfRefusal({ sessionId, refusal }: ColumnFault, whoOf: Words): Errors {
	if (refusal === null) return {};
	if (refusal.code === 'correction-reason-missing')
		return { correctionReason: sayRefusal(refusal, whoOf.session(sessionId), whoOf.person) };
	if (refusal.code !== 'marks-at-fault')
		return { [`session-${sessionId}`]: sayRefusal(refusal, whoOf.session(sessionId), whoOf.person) };
	return Object.fromEntries(
		(refusal.details.faults as readonly MarkFault[]).map((fault) => {
			const key = keyOf(sessionId, fault.enrolmentId);
			const { name, sentence } = sayMarkFault(fault, whoOf.cell(key));
			return [field(name, key), sentence];
		}),
	);
}

/** The reasons that were chosen stay on the page, to be sent again, and those that a mark that stood lacks are asked for. */
function explainedIn({ columns }: TypeUpForm, refusal: Refused): readonly Unexplained[] {
	const lacking = lackingIn(refusal);
	return columns.flatMap(({ sessionId, choices }) =>
		choices.flatMap(({ enrolmentId, entry }) => {
			const key = keyOf(sessionId, enrolmentId);
			const reason = entry?.reason ?? lacking.get(key);
			return entry?.mark && reason ? [{ key, mark: entry.mark, reason }] : [];
		}),
	);
}

function lackingIn(refusal: Refused): ReadonlyMap<string, Reason> {
	const asked: Partial<Record<MarkFault['code'], Reason>> = { 'reason-needed': 'not-given', 'words-needed': 'other' };
	const faults = (refusal.details.faults as readonly ColumnFault[]).flatMap(({ sessionId, refusal: own }) =>
		own?.code === 'marks-at-fault'
			? (own.details.faults as readonly MarkFault[]).map((fault) => ({ ...fault, sessionId }))
			: [],
	);
	return new Map(
		faults.flatMap(({ sessionId, enrolmentId, code }) => {
			const reason = asked[code];
			return reason ? [[keyOf(sessionId, enrolmentId), reason] as const] : [];
		}),
	);
}

/** How sentences name people and sessions of this page; 404 when no register of the cohort is theirs. */
function wordsOf({ context, actor, cohortId, plans }: Asked) {
	return sayersOf(orNotFound(readGridView(context, actor, cohortId, plans)));
}
