import { needsSecondFactor } from '#app/domain/access/second-factor.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button, ButtonLink } from '#app/ui/components/button.tsx';
import { WarningText } from '#app/ui/components/warning-text.tsx';
import { DutiesFields } from '#app/ui/duties/duties-fields.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { TextField } from '#app/ui/fields/text-field.tsx';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import { formatInstant } from '#app/ui/format.ts';
import type { StaffRow } from '#db/queries/staff.ts';

type StaffMemberPageProps = {
	readonly member: StaffRow;
	readonly areas: readonly { readonly id: string; readonly name: string }[];
	readonly isSelf: boolean;
	readonly form: FormState;
};

const STATE_SENTENCES: Readonly<Record<StaffRow['state'], string>> = {
	active: 'Signs in with this address.',
	invited: 'Invited: has not chosen a password yet.',
	deactivated: 'Closed: cannot sign in. A new link opens the account again.',
};

export function StaffMemberPage({ member, areas, isSelf, form }: StaffMemberPageProps) {
	return (
		<>
			<BackLink href={paths.staff()} />
			<FormErrorSummary form={form} />
			<PageHeader caption={member.email} title={member.name}>
				<p className="govuk-body">{STATE_SENTENCES[member.state]}</p>
				{member.mailCameBackAt && (
					<WarningText>
						Mail to this address came back on {formatInstant(member.mailCameBackAt)}. They see everything on their page
						all the same. Ask them for another address.
					</WarningText>
				)}
			</PageHeader>
			<form method="post" noValidate>
				<HiddenField name="version" value={textOf(form, 'version')} />
				<TextField form={form} name="name" label="Name" labelSize="m" autoComplete="off" width={30} />
				<TextField
					form={form}
					name="postcode"
					label="Postcode (optional)"
					labelSize="m"
					hint="Only used to tell a lead when they look at somebody who lives close by."
					autoComplete="off"
					spellCheck={false}
					width={10}
				/>
				<DutiesFields form={form} areas={areas} />
				<Button preventDoubleClick>Save duties</Button>
			</form>
			<h2 className="govuk-heading-m">The account</h2>
			<p className="govuk-body">
				{isSelf
					? 'This is your own account. Another administrator can close it.'
					: 'A new link lets them choose a new password. Closing the account signs them out everywhere.'}
			</p>
			<p className="govuk-body">{secondFactorSentence(member)}</p>
			<div className="govuk-button-group">
				<ButtonLink variant="secondary" href={paths.staffLink(member.id)}>
					Make a new link
				</ButtonLink>
				{!isSelf && member.state === 'active' && (
					<ButtonLink variant="secondary" href={paths.staffSignInsEnd(member.id)}>
						Sign them out everywhere
					</ButtonLink>
				)}
				{!isSelf && member.hasSecondFactor && member.state !== 'deactivated' && (
					<ButtonLink variant="secondary" href={paths.staffSecondFactorRemoval(member.id)}>
						Reset their second factor
					</ButtonLink>
				)}
				{!isSelf && member.state !== 'deactivated' && (
					<ButtonLink variant="warning" href={paths.staffDeactivation(member.id)}>
						Close the account
					</ButtonLink>
				)}
			</div>
		</>
	);
}

function secondFactorSentence({ hasSecondFactor, roles }: Pick<StaffRow, 'hasSecondFactor' | 'roles'>): string {
	if (hasSecondFactor) return 'Their second factor is on.';
	return needsSecondFactor(roles)
		? 'They have no second factor yet: they set it up when they next sign in, because their role needs one.'
		: 'They have no second factor. Their role does not need one.';
}
