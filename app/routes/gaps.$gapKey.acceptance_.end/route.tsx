import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { asId, type GapAcceptanceId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { requiredText } from '#app/http/form-fields.ts';
import { notFound, orNotFound } from '#app/http/not-found.ts';
import { readForm } from '#app/http/read-form.ts';
import { paths } from '#app/paths.ts';
import { takeBackAcceptance } from '#app/use-cases/gaps/accept-gap.ts';
import { findGap } from '#app/use-cases/gaps/find-gap.ts';

/** A form that says of none ends none: as one that was made on an old page. */
const NONE = asId<GapAcceptanceId>('');

const endForm = z.object({
	acceptance: requiredText('Open the page again and take it back there').transform((id) => asId<GapAcceptanceId>(id)),
});

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'task.lead');
	const key = params.gapKey!;
	const gap = orNotFound(findGap(context, actor, key));
	if (!gap.mayDecide) throw notFound();
	return redirect(paths.gapAcceptance(key));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'task.lead');
	const key = params.gapKey!;
	const read = await readForm(request, endForm);
	const acceptanceId = read.ok ? read.value.acceptance : NONE;
	const outcome = takeBackAcceptance(context, actor, { key, acceptanceId });
	if (outcome.done) return redirect(paths.gaps('taken-back'));
	// Somebody else has taken it back meanwhile: the list shows that it is open.
	if (outcome.code === 'not-accepted') return redirect(paths.gaps());
	if (outcome.code === 'changed-meanwhile') return redirect(paths.gapAcceptance(key, 'changed'));
	throw notFound();
}
