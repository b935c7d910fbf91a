import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { SelectField } from '#app/ui/fields/select-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import type { VersionsView } from './versions-view.ts';

type VersionsPageProps = { readonly view: VersionsView; readonly form: FormState; readonly said: string | null };

/** The versions of a programme, and where the next one is begun. */
export function VersionsPage({
	view: { programmeId, name, versions, draftHref, from },
	form,
	said,
}: VersionsPageProps) {
	return (
		<>
			<BackLink href={paths.programme(programmeId)}>{name}</BackLink>
			<Said sentence={said} />
			<FormErrorSummary form={form} />
			<PageHeader caption={name} title="Versions">
				<p className="govuk-body">
					A version in your own wording begins as a draft, which leads alone see. Once published it never changes:
					cohorts keep the version that they began with.
				</p>
			</PageHeader>
			<Table
				stacked
				firstCellIsHeader
				caption="Versions of this programme"
				captionClassName="govuk-visually-hidden"
				head={['Version', 'State', 'Where it comes from']}
				rows={versions.map(({ number, href, state, what }) => [
					<a key="version" className="govuk-link" href={href}>
						Version {number}
					</a>,
					state,
					what,
				])}
			/>
			<p className="govuk-body no-print">
				<a className="govuk-link" href={paths.programmeAdaptations(programmeId, { version: 'all' })}>
					What was changed in sessions so far
				</a>
				, for the next version to work from
			</p>
			{draftHref ? (
				<p className="govuk-body">
					<a className="govuk-link" href={draftHref}>
						Go on with the draft
					</a>
				</p>
			) : (
				<form method="post" noValidate>
					<SelectField
						form={form}
						name="from"
						label="Begin a draft with the wording of"
						options={[{ value: '', label: 'Choose' }, ...from]}
					/>
					<Button preventDoubleClick>Begin a draft</Button>
				</form>
			)}
		</>
	);
}
