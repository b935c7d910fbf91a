import { json } from '@remix-run/node';
import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import type { Refused } from '#app/domain/shared/outcome.ts';
import { notFound, orNotFound } from '#app/http/not-found.ts';
import { formErrors, type SentForm } from '#app/http/read-form.ts';
import { formatCount } from '#app/ui/format.ts';
import type { MarkConflict, MarkFault } from '#app/use-cases/register/sort-choices.ts';
import { listRegisterRows } from '#db/queries/registers.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import { fieldOf, type RowFault } from './form.ts';
import { BROKEN_FORM, sayConflict, sayFault, sayRefusal } from './sentences.ts';

/** The answer to a form that no register page sends, or whose rows cannot be read; 404 when the register is not theirs. */
export function answerUnreadable(
	context: AppContext,
	actor: StaffActor,
	sessionId: SessionId,
	faults: readonly RowFault[] | null,
	sent: SentForm,
): Response {
	orNotFound(findSessionDay(context.db, actor, sessionId, 'write', 'register'));
	if (faults) return answerFaults(context, actor, sessionId, faults, sent);
	return formErrors({ values: sent.values, errors: { form: BROKEN_FORM } });
}

/** The page again with a sentence for each row at fault and everything typed; nothing was saved. */
function answerFaults(
	context: AppContext,
	actor: StaffActor,
	sessionId: SessionId,
	faults: readonly (RowFault | MarkFault)[],
	{ values }: SentForm,
): Response {
	const nameOf = namesOn(context, actor, sessionId);
	const errors: Record<string, string> = {};
	for (const fault of faults) {
		const { part, sentence } = sayFault(fault, nameOf(fault.enrolmentId));
		errors[fieldOf(part, fault.enrolmentId)] ??= sentence;
	}
	return formErrors({ values, errors });
}

/** The page again with why the whole register was refused; 404 when it is not the actor's. */
export function answerRegisterRefusal(
	context: AppContext,
	actor: StaffActor,
	sessionId: SessionId,
	refusal: Refused,
	sent: SentForm,
): Response {
	if (refusal.code === 'not-found') throw notFound();
	if (refusal.code === 'marks-at-fault') {
		return answerFaults(context, actor, sessionId, refusal.details.faults as readonly MarkFault[], sent);
	}
	const { sentence, status, field } = sayRefusal(refusal, namesOn(context, actor, sessionId));
	return formErrors({ values: sent.values, errors: { [field]: sentence } }, status);
}

/**
 * The page as it stands now, with both answers about each person in conflict and neither of them chosen. Everybody else
 * on the page was saved, and it says so.
 */
export function answerConflicts(
	{ clock }: AppContext,
	actor: StaffActor,
	conflicts: readonly MarkConflict[],
	written: number,
	{ values }: SentForm,
): Response {
	const kept: Record<string, string | readonly string[]> = {};
	const errors: Record<string, string> = {};
	for (const conflict of conflicts) {
		const { enrolmentId, name } = conflict.stands;
		errors[fieldOf('mark', enrolmentId)] = sayConflict(conflict, name, actor, clock.now());
		kept[fieldOf('mark', enrolmentId)] = '';
		for (const part of ['minutes', 'reason', 'note'] as const) {
			kept[fieldOf(part, enrolmentId)] = values[fieldOf(part, enrolmentId)] ?? '';
		}
	}
	const others = formatCount('other mark', written);
	const saved = written === 0 ? null : `${others} on your page ${written === 1 ? 'was' : 'were'} saved.`;
	return json({ form: { values: kept, errors }, saved }, { status: 409 });
}

function namesOn({ db }: AppContext, actor: StaffActor, sessionId: SessionId): (enrolmentId: string) => string {
	const names = new Map<string, string>(
		listRegisterRows(db, actor, sessionId).map((row) => [row.enrolmentId, row.name]),
	);
	return (enrolmentId) => names.get(enrolmentId) ?? 'somebody who is not on this register';
}
