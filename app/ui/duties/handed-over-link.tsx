import { InsetText } from '#app/ui/components/inset-text.tsx';
import { Input } from '#app/ui/forms/input.tsx';

export type HandedOver = { readonly name: string; readonly address: string };

/** A one-time link, shown this once because only a fingerprint of it is kept. */
export function HandedOverLink({ link: { name, address } }: { readonly link: HandedOver }) {
	return (
		<>
			<p className="govuk-body">
				Hand this link to {name} yourself. It works once, within 7 days, and lets them choose a password.
			</p>
			<Input
				name="link"
				label="One-time link"
				labelSize="m"
				hint="Choose all of it and copy it."
				defaultValue={address}
				className="one-time-link"
				readOnly
				spellCheck={false}
			/>
			<InsetText>
				We show it only here. If it is lost, open their page and make a new one: that ends this one.
			</InsetText>
		</>
	);
}
