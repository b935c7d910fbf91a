import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { requireActor } from '#app/http/actor.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { said } from '#app/http/said.ts';
import { readKeptKey } from '#app/http/sign-in/kept-key.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { formatInstant } from '#app/ui/format.ts';
import { keyed } from '#app/ui/keyed.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { readKeptForms } from '#app/use-cases/kept-forms/read-kept-forms.ts';

export const meta: MetaFunction = () => pageTitle('Not saved yet');

const SAID = { 'thrown-away': 'It is thrown away.' };

/** What this person typed in this browser when their sign-in had run out; nobody else ever sees that there is something. */
export function loader({ request, context }: LoaderFunctionArgs) {
	const { staffId } = requireActor(request, context);
	const forms = readKeptForms(context, staffId, readKeptKey(context.config, request));
	const shown = forms.map(({ createdAt, ...form }) => ({ ...form, typedAt: formatInstant(createdAt) }));
	return { forms: shown, said: said(request, SAID) };
}

export default function Unsaved() {
	const { forms, said: sentence } = useLoaderData<typeof loader>();
	return (
		<>
			<Said sentence={sentence} />
			<PageHeader title="Not saved yet">
				<p className="govuk-body">
					{forms.length > 0
						? 'You were signed out before this was saved. It is all here, for 12 hours, and only you see it.'
						: 'Nothing is waiting to be saved.'}
				</p>
			</PageHeader>
			{forms.map((form) => (
				<section key={form.id}>
					<h2 className="govuk-heading-m">{form.pageName}</h2>
					<p className="govuk-body">Sent on {form.typedAt}.</p>
					<div className="govuk-button-group">
						<form method="post" action={form.path}>
							{keyed(form.fields).map(({ key, item: [name, value] }) => (
								<HiddenField key={key} name={name} value={value} />
							))}
							<Button preventDoubleClick>Save it now</Button>
						</form>
						<form method="post" action={paths.unsavedRemoval()}>
							<HiddenField name="form" value={form.id} />
							<Button variant="secondary" preventDoubleClick>
								Throw it away
							</Button>
						</form>
					</div>
				</section>
			))}
			<p className="govuk-body">
				<a className="govuk-link" href={paths.home()}>
					{forms.length > 0 ? 'Leave it for now and go to your home page' : 'Go to your home page'}
				</a>
			</p>
		</>
	);
}
