import type { ComponentPropsWithoutRef } from 'react';
import { classNames } from '#app/ui/class-names.ts';
import { keyed } from '#app/ui/keyed.ts';
import { Question, type QuestionProps, splitQuestion } from './question.tsx';

export type SelectOption = { readonly value?: string; readonly label: string; readonly disabled?: boolean };

export type SelectProps = QuestionProps &
	Omit<ComponentPropsWithoutRef<'select'>, keyof QuestionProps | 'value' | 'children'> & {
		readonly options: readonly SelectOption[];
	};

/** `defaultValue` is the value of the option that is chosen at first (its label, where it has no value). */
export function Select({ options, className, ...props }: SelectProps) {
	const { question, control, error } = splitQuestion(props);
	return (
		<Question {...question}>
			<select className={classNames('govuk-select', className, error && 'govuk-select--error')} {...control}>
				{keyed(options).map(({ key, item }) => (
					<option key={key} value={item.value} disabled={item.disabled}>
						{item.label}
					</option>
				))}
			</select>
		</Question>
	);
}
