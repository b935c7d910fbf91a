import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { ButtonLink } from '#app/ui/components/button.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';

type RecoveryCodesProps = {
	readonly title: string;
	readonly codes: readonly string[];
	/** Where it goes on once they are kept. */
	readonly next: string;
};

/** Recovery codes, shown this once because only a fingerprint of each is kept. */
export function RecoveryCodes({ title, codes, next }: RecoveryCodesProps) {
	return (
		<>
			<PageHeader title={title}>
				<p className="govuk-body">
					Keep these ten recovery codes where nobody else finds them, and not on the phone itself. If the phone is lost,
					each lets you in once.
				</p>
			</PageHeader>
			<ul className="govuk-list recovery-codes">
				{codes.map((code) => (
					<li key={code}>{code}</li>
				))}
			</ul>
			<InsetText>We show them only here and only this once. Codes that you had before work no more.</InsetText>
			<ButtonLink href={next}>I have kept them</ButtonLink>
		</>
	);
}
