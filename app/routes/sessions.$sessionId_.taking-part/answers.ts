import { json } from '@remix-run/node';
import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import type { Refused } from '#app/domain/shared/outcome.ts';
import { notFound, orNotFound } from '#app/http/not-found.ts';
import { formErrors, type SentForm } from '#app/http/read-form.ts';
import type { TakingPartConflict } from '#app/use-cases/taking-part/sort-answers.ts';
import { listTakingPart } from '#db/queries/attendance/taking-part.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import { fieldOf, LONGEST_REASON, type TakingPartForm } from './form.ts';
import { BROKEN_FORM, sayConflict, sayRefusal } from './sentences.ts';

type Asked = {
	readonly context: AppContext;
	readonly actor: StaffActor;
	readonly sessionId: SessionId;
	readonly sent: SentForm;
};

/** The answer to a form that no such page sends, or whose rows cannot be read: everything typed again, and nothing saved. */
export function answerUnreadable(form: TakingPartForm | null, asked: Asked): Response {
	const { values } = asked.sent;
	if (!form) return formErrors({ values, errors: { form: BROKEN_FORM } });
	const nameOf = namesOn(asked);
	const errors: Record<string, string> = {};
	if (form.isReasonTooLong) errors.correctionReason = `The reason must be ${LONGEST_REASON} characters or fewer`;
	for (const { enrolmentId, part, code } of form.faults) {
		const name = nameOf(enrolmentId);
		errors[fieldOf(part, enrolmentId)] ??=
			code === 'answered-twice' ? `Answer once for ${name}: two answers were sent` : `Choose an answer for ${name}`;
	}
	return formErrors({ values, errors });
}

/** The page again with why all of it was refused; 404 when it is not the actor’s. */
export function answerTakingPartRefusal(refusal: Refused, asked: Asked): Response {
	if (refusal.code === 'not-found') throw notFound();
	const { sentence, status, field } = sayRefusal(refusal, namesOn(asked));
	return formErrors({ values: asked.sent.values, errors: { [field]: sentence } }, status);
}

/** The page as it stands now, with both answers about each person in conflict and neither chosen; everybody else was saved. */
export function answerConflicts(
	conflicts: readonly TakingPartConflict[],
	written: number,
	{ context, actor, sessionId }: Asked,
): Response {
	const { clock, content, db } = context;
	const { cohort } = orNotFound(findSessionDay(db, actor, sessionId, 'read', 'taking-part'));
	const { asks } = content.programmeOf(cohort);
	const values: Record<string, string> = {};
	const errors: Record<string, string> = {};
	for (const conflict of conflicts) {
		const { enrolmentId, version } = conflict.stands;
		values[fieldOf('version', enrolmentId)] = String(version);
		errors[fieldOf(asks.engagement ? 'engagement' : 'homework', enrolmentId)] = sayConflict(
			conflict,
			asks,
			actor,
			clock.now(),
		);
	}
	const saved = written === 0 ? null : 'What you chose for the others was saved.';
	return json({ form: { values, errors }, saved }, { status: 409 });
}

function namesOn({ context, actor, sessionId }: Asked): (enrolmentId: string) => string {
	const names = new Map<string, string>(
		listTakingPart(context.db, actor, sessionId).map((row) => [row.enrolmentId, row.name]),
	);
	return (enrolmentId) => names.get(enrolmentId) ?? 'somebody who is not on this register';
}
