import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { asId, type Id } from '#app/domain/shared/ids.ts';
import { requireActor } from '#app/http/actor.ts';
import { notFound } from '#app/http/not-found.ts';
import { readForm } from '#app/http/read-form.ts';
import { paths } from '#app/paths.ts';
import { throwAwayForm } from '#app/use-cases/kept-forms/forget-kept-forms.ts';

export function loader({ request, context }: LoaderFunctionArgs): never {
	requireActor(request, context);
	throw notFound();
}

/** Throws away what was typed and not saved. */
export async function action({ request, context }: ActionFunctionArgs) {
	const actor = requireActor(request, context);
	const read = await readForm(request, z.object({ form: z.string() }));
	if (read.ok) throwAwayForm(context, actor, asId<Id<'kept-form'>>(read.value.form));
	return redirect(paths.unsaved('thrown-away'));
}
