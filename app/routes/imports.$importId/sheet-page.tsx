import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { RadiosField } from '#app/ui/fields/radios-field.tsx';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import type { SheetView } from './step-view.ts';

type SheetPageProps = { readonly view: SheetView; readonly form: FormState };

export function SheetPage({ view: { fileName, version, sheets }, form }: SheetPageProps) {
	return (
		<>
			<BackLink href={paths.imports()} />
			<FormErrorSummary form={form} />
			<PageHeader caption={fileName} title="Choose the register" />
			<form method="post" noValidate>
				<HiddenField name="version" value={textOf(form, 'version') || version} />
				<RadiosField
					form={form}
					name="sheet"
					legend="More than one sheet looks like a register. Which one do you want to bring in?"
					legendSize="s"
					hint="Bring the others in one by one, from the same file."
					items={sheets.map((sheet) => ({ value: sheet, label: sheet }))}
				/>
				<Button preventDoubleClick>Continue</Button>
			</form>
		</>
	);
}
