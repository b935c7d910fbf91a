import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { bandsInWords } from '#app/ui/fidelity/bands-in-words.ts';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { TextField } from '#app/ui/fields/text-field.tsx';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import type { BandsView } from './bands-view.ts';

type BandsPageProps = { readonly view: BandsView; readonly form: FormState; readonly said: string | null };

/** Where the bands of a programme begin, who set them when, and the form that sets them anew. */
export function BandsPage({ view, form, said }: BandsPageProps) {
	const { name, programmeHref, standing, shipped, number, changes } = view;
	return (
		<>
			<BackLink href={programmeHref}>{name}</BackLink>
			<Said sentence={said} />
			<FormErrorSummary form={form} />
			<PageHeader caption={name} title="Bands of fidelity">
				<p className="govuk-body">
					{bandsInWords(standing)} They are how a share of delivered activities is read, and change no figure: which
					words stand beside it, of the past too, for every version of this programme. The version itself says{' '}
					{shipped.good}% and {shipped.watch}%.
				</p>
			</PageHeader>
			<form method="post" noValidate>
				<HiddenField name="version" value={textOf(form, 'version') || number} />
				<Limit form={form} name="good" label="Good begins at" shown={standing.good} />
				<Limit form={form} name="watch" label="Watch begins at" shown={standing.watch} />
				<Button preventDoubleClick>Save the bands</Button>
			</form>
			<h2 className="govuk-heading-m">Who set them, and when</h2>
			{changes.length === 0 ? (
				<p className="govuk-body">Nobody has: they are as the version of the programme says.</p>
			) : (
				<Table
					stacked
					firstCellIsHeader
					head={['From', 'By', 'Good', 'Watch', 'Act']}
					rows={changes.map(({ from, by, good, watch }) => [
						from,
						by,
						`from ${good}%`,
						`from ${watch}%`,
						`below ${watch}%`,
					])}
				/>
			)}
		</>
	);
}

type LimitProps = { readonly form: FormState; readonly name: string; readonly label: string; readonly shown: number };

function Limit({ form, name, label, shown }: LimitProps) {
	const typed = form.values[name] === undefined ? { defaultValue: String(shown) } : {};
	return <TextField form={form} name={name} label={label} suffix="%" inputMode="numeric" width={3} {...typed} />;
}
