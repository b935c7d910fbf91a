import { json, redirect } from '@remix-run/node';
import type { z } from 'zod';
import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { checkForm, formErrors, type SentForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { paths } from '#app/paths.ts';
import type { FormState } from '#app/ui/form-state.ts';
import { countSlotRefusal } from '#app/use-cases/clashes/slot-refusals.ts';
import { moveSession } from '#app/use-cases/sessions/move-session.ts';
import { clashesShown, type MovePlanned, planSessionMove } from '#app/use-cases/sessions/plan-move.ts';
import { type moveForm, SAVE_SENTENCES, SENTENCES, scopeForm } from './form.ts';
import { type MoveView, moveView } from './move-view.ts';

type Step = {
	readonly actor: StaffActor;
	readonly sessionId: SessionId;
	readonly move: z.output<typeof moveForm>;
	readonly form: FormState;
};

/** Shows the previous and the new dates, or what is wrong with the new one. */
export function answerLook(context: AppContext, { actor, sessionId, move, form }: Step): Response {
	const outcome = planSessionMove(context, context.db, actor, { sessionId, to: move.to });
	if (!outcome.done) return answerRefusal(outcome, form, SENTENCES);
	return json({ form, look: show(context, actor, sessionId, outcome.value) });
}

/** Saves the dates that were looked at, or shows those that stand now with the reason why not. */
export function answerSave(context: AppContext, sent: SentForm, step: Step): Response {
	const { actor, sessionId, move, form } = step;
	const read = checkForm(sent, scopeForm);
	if (!read.ok) return showAgain(context, step, read.form.errors);
	const outcome = moveSession(context, actor, { sessionId, ...move, ...read.value });
	if (outcome.done) return redirect(paths.session(outcome.value, 'moved'));
	const { code, details } = outcome;
	if (code !== 'plan-changed' && code !== 'clashes' && code !== 'out-of-order')
		return answerRefusal(outcome, form, SENTENCES);
	const { sentence, status } = SAVE_SENTENCES[code];
	if (!('planned' in details)) return showAgain(context, step, { scope: sentence }, status);
	const look = show(context, actor, sessionId, details.planned as MovePlanned);
	return json({ form: { ...form, errors: { form: sentence } }, look }, { status });
}

function showAgain(
	context: AppContext,
	{ actor, sessionId, move, form }: Step,
	errors: FormState['errors'],
	status = 400,
) {
	const again = { values: form.values, errors };
	const outcome = planSessionMove(context, context.db, actor, { sessionId, to: move.to });
	if (!outcome.done)
		return outcome.code === 'too-many-slots' ? answerRefusal(outcome, form, SENTENCES) : formErrors(again, status);
	return json({ form: again, look: show(context, actor, sessionId, outcome.value) }, { status });
}

/** Whatever is shown of slots that are not available is counted. */
function show(context: AppContext, actor: StaffActor, sessionId: SessionId, planned: MovePlanned): MoveView {
	countSlotRefusal(context, actor, clashesShown(planned), planned.term.cohort.id);
	return moveView(context, actor, sessionId, planned);
}
