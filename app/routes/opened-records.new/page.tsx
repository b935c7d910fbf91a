import { OPEN_MINUTES } from '#app/domain/access/opening.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { PasswordField } from '#app/ui/fields/password-field.tsx';
import { RadiosField } from '#app/ui/fields/radios-field.tsx';
import { TextField } from '#app/ui/fields/text-field.tsx';
import { TextareaField } from '#app/ui/fields/textarea-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import { CodeField } from '#app/ui/sign-in/code-field.tsx';
import type { OpeningView } from './opening-view.ts';

type OpeningPageProps = { readonly view: OpeningView; readonly form: FormState };

export function OpeningPage({ view: { sides, wait, asksFor, openHref }, form }: OpeningPageProps) {
	const saysSo = Object.keys(form.errors).length > 0;
	return (
		<div className="govuk-grid-row">
			<div className="govuk-grid-column-two-thirds">
				<BackLink href={paths.people()}>People</BackLink>
				<FormErrorSummary form={form} />
				<PageHeader title="Open a record in an emergency">
					<p className="govuk-body">
						For when somebody could come to harm before a colleague can be asked. Everybody who works with the person
						sees the record already, under People.
					</p>
				</PageHeader>
				{wait && !saysSo && <InsetText>{wait}.</InsetText>}
				{openHref && !saysSo && (
					<InsetText>
						You have a record open.{' '}
						<a className="govuk-link" href={openHref}>
							Go to it, and close it before you open another
						</a>
					</InsetText>
				)}
				<WhatHappens />
				<form method="post" noValidate>
					{sides.length > 0 && <RadiosField form={form} name="side" legend="Side" legendSize="s" items={[...sides]} />}
					<TextField
						form={form}
						name="reference"
						label="Reference of the person"
						width={20}
						autoComplete="off"
						spellCheck={false}
					/>
					<TextareaField
						form={form}
						name="reason"
						label="Your reason"
						hint="In your own words: what happened, and what you need to know. The lead who reviews this reads it."
						rows={4}
					/>
					{asksFor.password && (
						<PasswordField form={form} name="password" label="Your password" hint="To show that it is you" />
					)}
					{asksFor.code && <CodeField form={form} />}
					<Button variant="warning" preventDoubleClick>
						Open the record
					</Button>
				</form>
			</div>
		</div>
	);
}

function WhatHappens() {
	return (
		<ul className="govuk-list govuk-list--bullet">
			<li>The record opens for {OPEN_MINUTES} minutes, to you alone. You can close it sooner.</li>
			<li>You see the name, the places and the marks. You never see how to reach the person.</li>
			<li>The programme leads are told at once, and one of them reviews it.</li>
		</ul>
	);
}
