import type { LogEntry, LogFault } from '#app/domain/fidelity/check-log.ts';
import type { OrderFault } from '#app/domain/fidelity/delivered-order.ts';
import type { Activity } from '#app/domain/programmes/programme.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Refused } from '#app/domain/shared/outcome.ts';
import { notFound } from '#app/http/not-found.ts';
import { formErrors, type SentForm } from '#app/http/read-form.ts';
import { ratingInWords } from '#app/ui/fidelity/rating-in-words.ts';
import type { SavedLog } from '#db/queries/delivery-logs.ts';
import { type EntryFault, fieldOf, isNoteTooLong, LONGEST_NOTE, type LogForm } from './form.ts';
import { BROKEN_FORM, ORDER_NOT_NUMBERS, REFUSALS, sayDifference, sayFault, sayOrder } from './sentences.ts';

type Asked = {
	readonly sent: SentForm;
	readonly form: LogForm;
	readonly activities: readonly Activity[];
	readonly now: Instant;
};

/** The page again with everything typed and a sentence for each activity at fault; nothing was saved. */
export function answerFaults(faults: readonly (EntryFault | LogFault)[], { sent, form, activities }: Asked): Response {
	const errors: Record<string, string> = {};
	for (const fault of faults) {
		const activity = activities.find(({ key }) => key === fault.activityKey);
		const entry = form.entries.find(({ activityKey }) => activityKey === fault.activityKey);
		const said = activity ? sayFault(fault, activity.title, entry) : null;
		if (said) errors[fieldOf(said.part, fault.activityKey)] ??= said.sentence;
		else errors.form = BROKEN_FORM;
	}
	if (form.order === null) errors.order = ORDER_NOT_NUMBERS;
	if (isNoteTooLong(form)) errors.note = `The note must be ${LONGEST_NOTE} characters or fewer`;
	return formErrors({ values: sent.values, errors });
}

/** The page again with why the log was refused; 404 when it is not the actor's to write. */
export function answerLogRefusal(refusal: Refused, asked: Asked): Response {
	const { code, details } = refusal;
	if (code === 'not-found') throw notFound();
	if (code === 'faulty-log') return answerFaults(details.faults as readonly LogFault[], asked);
	if (code === 'order-faulty') {
		const errors = { order: sayOrder(details as OrderFault, asked.activities) };
		return formErrors({ values: asked.sent.values, errors });
	}
	const { sentence, status, field } = REFUSALS[code as keyof typeof REFUSALS];
	const errors: Record<string, string> = { [field]: sentence };
	if (code !== 'changed-meanwhile') return formErrors({ values: asked.sent.values, errors }, status);
	const stands = details.stands as SavedLog | undefined;
	for (const { activity, saved } of differences(asked, stands?.ratings ?? [])) {
		errors[fieldOf('rating', activity.key)] = sayDifference(activity.title, saved, stands!.savedAt, asked.now);
	}
	return formErrors({ values: { ...asked.sent.values, version: String(stands?.version ?? 0) }, errors }, status);
}

function differences({ form, activities }: Asked, ratings: readonly LogEntry[]) {
	return activities
		.map((activity) => ({
			activity,
			saved: ratings.find(({ activityKey }) => activityKey === activity.key),
			typed: form.entries.find(({ activityKey }) => activityKey === activity.key),
		}))
		.filter(({ saved, typed }) => ratingInWords(saved) !== ratingInWords(typed));
}
