import type { VersionFault } from '#app/domain/programmes/versions/publish-version.ts';
import type { ProgrammeVersionId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { DateField } from '#app/ui/fields/date-field.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import { VersionFaults } from '#app/ui/programmes/version-faults.tsx';

type PublicationPageProps = {
	readonly view: {
		readonly programmeId: string;
		readonly versionId: ProgrammeVersionId;
		readonly version: number;
		readonly label: string;
		readonly faults: readonly VersionFault[];
	};
	readonly form: FormState;
};

/** What publishing a draft will do, and from which day; or what is to be mended before. */
export function PublicationPage({ view, form }: PublicationPageProps) {
	const { programmeId, versionId, version, label, faults } = view;
	return (
		<>
			<BackLink href={paths.programmeVersion(programmeId, versionId)}>{label}</BackLink>
			<FormErrorSummary form={form} />
			<PageHeader caption={label} title="Publish this version" />
			<VersionFaults faults={faults} hrefOf={(number) => paths.versionPlan(programmeId, versionId, number)} />
			{faults.length === 0 && (
				<>
					<p className="govuk-body">When you publish it:</p>
					<ul className="govuk-list govuk-list--bullet">
						<li>all staff who read session plans can read it</li>
						<li>a cohort that is laid out from now on takes it if its first session is on that day or later</li>
						<li>cohorts that are laid out already keep the version that they have</li>
						<li>nobody can change it any more. For another change, begin the next version.</li>
					</ul>
					<form method="post" noValidate>
						<HiddenField name="version" value={textOf(form, 'version') || version} />
						<DateField form={form} name="from" legend="From which day" legendSize="s" />
						<Button preventDoubleClick>Publish this version</Button>
					</form>
				</>
			)}
		</>
	);
}
