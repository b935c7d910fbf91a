import type { VersionFault } from '#app/domain/programmes/versions/publish-version.ts';
import type { ProgrammeVersionId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { VersionFaults } from '#app/ui/programmes/version-faults.tsx';

export type VersionView = {
	readonly programmeId: string;
	readonly versionId: ProgrammeVersionId;
	readonly label: string;
	readonly isDraft: boolean;
	readonly startedFrom: string;
	readonly takesEffect: string | null;
	readonly faults: readonly VersionFault[];
	readonly plans: readonly {
		readonly number: number;
		readonly title: string;
		readonly module: string;
		readonly minutes: number;
		readonly activities: number;
	}[];
};
type VersionPageProps = { readonly view: VersionView; readonly said: string | null };

/** A version in the provider's own wording: its plans, what is still wrong with a draft, and what can be done with it. */
export function VersionPage({ view, said }: VersionPageProps) {
	const { programmeId, versionId, label, isDraft, startedFrom, takesEffect, faults, plans } = view;
	return (
		<>
			<BackLink href={paths.programmeVersions(programmeId)}>Versions</BackLink>
			<Said sentence={said} />
			<PageHeader caption={isDraft ? 'Draft' : `Published, from ${takesEffect}`} title={label}>
				<p className="govuk-body">
					{isDraft
						? `It began with the wording of version ${startedFrom}. Nobody but leads sees it until it is published.`
						: `It began with the wording of version ${startedFrom}. Cohorts whose first session is on ${takesEffect} or later take it, until a later version takes effect.`}
				</p>
			</PageHeader>
			<VersionFaults faults={faults} hrefOf={(number) => paths.versionPlan(programmeId, versionId, number)} />
			<NextSteps view={view} />
			<Table
				stacked
				firstCellIsHeader
				caption="Session plans"
				captionSize="m"
				head={[
					'Session',
					'Title',
					'Module',
					{ content: 'Activities', numeric: true },
					{ content: 'Minutes', numeric: true },
				]}
				rows={plans.map(({ number, title, module, activities, minutes }) => [
					isDraft ? (
						<a key="plan" className="govuk-link" href={paths.versionPlan(programmeId, versionId, number)}>
							Session {number}
						</a>
					) : (
						`Session ${number}`
					),
					title,
					module,
					{ content: activities, numeric: true },
					{ content: minutes, numeric: true },
				])}
			/>
		</>
	);
}

function NextSteps({ view: { programmeId, versionId, isDraft, startedFrom } }: Pick<VersionPageProps, 'view'>) {
	const steps = [
		[`Compare it with version ${startedFrom}`, paths.versionComparison(programmeId, versionId)],
		...(isDraft
			? [
					['Publish it', paths.versionPublication(programmeId, versionId)],
					['Throw it away', paths.versionRemoval(programmeId, versionId)],
				]
			: []),
	] as const;
	return (
		<ul className="govuk-list">
			{steps.map(([label, href]) => (
				<li key={href}>
					<a className="govuk-link" href={href}>
						{label}
					</a>
				</li>
			))}
		</ul>
	);
}
