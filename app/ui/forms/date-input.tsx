import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { upperFirst } from '#app/domain/shared/in-words.ts';
import { classNames } from '#app/ui/class-names.ts';
import { Fieldset, type LegendProps } from './fieldset.tsx';
import { FormGroup } from './form-group.tsx';
import { Label } from './label.tsx';
import { describedByOf, HintAndError } from './question.tsx';

const PARTS = ['day', 'month', 'year'] as const;
export type DatePart = (typeof PARTS)[number];

type DateInputProps = LegendProps &
	Omit<ComponentPropsWithoutRef<'div'>, 'children' | 'id'> & {
		readonly id: string;
		/** The inputs are named `<prefix>-day`, `<prefix>-month` and `<prefix>-year`. */
		readonly namePrefix?: string | undefined;
		readonly parts?: readonly DatePart[];
		/** Ids of the inputs where they are not `<id>-day` and so on. */
		readonly partIds?: Partial<Record<DatePart, string>>;
		readonly values?: Partial<Record<DatePart, string>>;
		readonly hint?: ReactNode;
		readonly error?: ReactNode;
		/** The parts drawn as wrong: all of them when there is an error, unless it says which. */
		readonly wrongParts?: readonly DatePart[];
		readonly describedBy?: string | undefined;
		/** For somebody's own date of birth: lets the browser fill it in. */
		readonly autoComplete?: 'bday';
		readonly groupClassName?: string | undefined;
	};

export function DateInput({
	id,
	namePrefix,
	parts = PARTS,
	partIds = {},
	values = {},
	hint,
	error,
	wrongParts = error ? PARTS : [],
	describedBy,
	autoComplete,
	groupClassName,
	...props
}: DateInputProps) {
	const { legend, legendSize, legendIsHeading, legendClassName, className, ...rest } = props;
	const inside = (
		<>
			<HintAndError id={id} hint={hint} error={error} />
			<div className={classNames('govuk-date-input', className)} id={id} {...rest}>
				{parts.map((part) => (
					<DatePartInput
						key={part}
						part={part}
						id={partIds[part] ?? `${id}-${part}`}
						name={namePrefix ? `${namePrefix}-${part}` : part}
						defaultValue={values[part]}
						autoComplete={autoComplete && `${autoComplete}-${part}`}
						wrong={wrongParts.includes(part)}
					/>
				))}
			</div>
		</>
	);
	return (
		<FormGroup error={error} className={groupClassName}>
			{legend ? (
				// JAWS does not read a fieldset's description without the role.
				<Fieldset
					role="group"
					aria-describedby={describedByOf({ id, hint, error, describedBy })}
					{...{ legend, legendSize, legendIsHeading, legendClassName }}
				>
					{inside}
				</Fieldset>
			) : (
				inside
			)}
		</FormGroup>
	);
}

type DatePartInputProps = ComponentPropsWithoutRef<'input'> & {
	readonly part: DatePart;
	readonly id: string;
	readonly wrong: boolean;
};

function DatePartInput({ part, id, wrong, ...rest }: DatePartInputProps) {
	const width = part === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2';
	return (
		<div className="govuk-date-input__item">
			<FormGroup>
				<Label htmlFor={id} className="govuk-date-input__label">
					{upperFirst(part)}
				</Label>
				<input
					className={classNames('govuk-input govuk-date-input__input', wrong && 'govuk-input--error', width)}
					id={id}
					type="text"
					inputMode="numeric"
					{...rest}
				/>
			</FormGroup>
		</div>
	);
}
