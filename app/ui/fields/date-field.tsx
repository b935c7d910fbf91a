import type { ReactNode } from 'react';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import { DateInput } from '#app/ui/forms/date-input.tsx';
import type { LegendProps } from '#app/ui/forms/fieldset.tsx';

type DateFieldProps = Omit<LegendProps, 'legend'> & {
	readonly form: FormState;
	readonly name: string;
	readonly legend: ReactNode;
	readonly hint?: ReactNode;
};

/** Three inputs named `<name>-day`, `<name>-month` and `<name>-year`; the first has the id that the error summary finds. */
export function DateField({ form, name, hint = 'For example, 4 5 2026', ...legend }: DateFieldProps) {
	return (
		<DateInput
			id={`${name}-date`}
			namePrefix={name}
			partIds={{ day: name, month: `${name}-month`, year: `${name}-year` }}
			values={{
				day: textOf(form, `${name}-day`) || undefined,
				month: textOf(form, `${name}-month`) || undefined,
				year: textOf(form, `${name}-year`) || undefined,
			}}
			hint={hint}
			error={form.errors[name]}
			{...legend}
		/>
	);
}
