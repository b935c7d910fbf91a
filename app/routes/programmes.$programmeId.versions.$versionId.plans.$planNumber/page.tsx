import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { SaveBar } from '#app/ui/blocks/save-bar.tsx';
import { SessionPlanBody } from '#app/ui/blocks/session-plan.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Details } from '#app/ui/components/details.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { Pagination } from '#app/ui/components/pagination.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { TextField } from '#app/ui/fields/text-field.tsx';
import { TextareaField } from '#app/ui/fields/textarea-field.tsx';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import { ActivityFields } from './activity-fields.tsx';
import { formOf, type PlanView } from './plan-view.ts';

type PlanPageProps = { readonly view: PlanView; readonly form: FormState | null; readonly said: string | null };

/** A session plan of a draft to write in. `form` is what was sent and refused. */
export function PlanPage({ view, form: sent, said }: PlanPageProps) {
	const { programmeId, versionId, planNumber, label, plan, programme, sentences, last } = view;
	const form = sent ?? formOf(view);
	const linkTo = (number: number) =>
		number >= 1 && number <= last
			? { href: paths.versionPlan(programmeId, versionId, number), label: `Session ${number}` }
			: undefined;
	return (
		<>
			<BackLink href={paths.programmeVersion(programmeId, versionId)}>{label}</BackLink>
			<Said sentence={said} />
			<FormErrorSummary form={form} />
			<PageHeader caption={label} title={`Session ${planNumber}`} />
			<p className="govuk-body no-print">
				<a
					className="govuk-link"
					href={paths.programmeAdaptations(programmeId, { version: 'all', about: String(planNumber) })}
				>
					What was changed in this session so far
				</a>
			</p>
			{view.isPublished && <InsetText>This version is published, and never changes.</InsetText>}
			{!sent && sentences.length > 0 && (
				<InsetText>
					It cannot be published like this:
					{sentences.map((sentence) => (
						<span key={sentence}>
							<br />
							{sentence}
						</span>
					))}
				</InsetText>
			)}
			{sent?.errors.form && (
				<Details summary="The plan as it stands now">
					<h2 className="govuk-heading-m">{plan.title}</h2>
					<SessionPlanBody plan={plan} programme={programme} />
				</Details>
			)}
			{view.isPublished && !sent ? (
				<SessionPlanBody plan={plan} programme={programme} />
			) : (
				<PlanForm form={form} mechanisms={view.mechanisms} />
			)}
			<Pagination label="Session plans" previous={linkTo(planNumber - 1)} next={linkTo(planNumber + 1)} />
		</>
	);
}

function PlanForm({ form, mechanisms }: { readonly form: FormState } & Pick<PlanView, 'mechanisms'>) {
	return (
		<form method="post" noValidate>
			<HiddenField name="version" value={textOf(form, 'version')} />
			<TextField form={form} name="title" label="Title" />
			<TextareaField form={form} name="aim" label="Goal of the session" rows={2} />
			<TextField form={form} name="minutes" label="Minutes in all" width={4} inputMode="numeric" />
			<ActivityFields form={form} mechanisms={mechanisms} />
			<TextareaField form={form} name="materials" label="Have ready" hint="One thing a line." rows={4} />
			<TextareaField
				form={form}
				name="guidance"
				label="Guidance"
				hint="Plain paragraphs, with an empty line between them."
				rows={12}
			/>
			<TextareaField form={form} name="homework" label="Between sessions (optional)" rows={3} />
			<SaveBar button="Save session plan" />
		</form>
	);
}
