import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { classNames } from '#app/ui/class-names.ts';
import { Question, type QuestionProps, splitQuestion } from './question.tsx';

export type InputWidth = 2 | 3 | 4 | 5 | 10 | 20 | 30;

export type InputProps = QuestionProps &
	Omit<ComponentPropsWithoutRef<'input'>, keyof QuestionProps | 'prefix' | 'value'> & {
		/** About how many characters it is meant to hold. */
		readonly width?: InputWidth | undefined;
		readonly prefix?: ReactNode;
		readonly suffix?: ReactNode;
	};

export function Input({ width, prefix, suffix, className, type = 'text', ...props }: InputProps) {
	const { question, control, error } = splitQuestion(props);
	const input = (
		<input
			className={classNames(
				'govuk-input',
				width && `govuk-input--width-${width}`,
				className,
				error && 'govuk-input--error',
			)}
			type={type}
			{...control}
		/>
	);
	return (
		<Question {...question}>
			{prefix || suffix ? (
				<div className="govuk-input__wrapper">
					{prefix && <Affix side="prefix">{prefix}</Affix>}
					{input}
					{suffix && <Affix side="suffix">{suffix}</Affix>}
				</div>
			) : (
				input
			)}
		</Question>
	);
}

function Affix({ side, children }: { readonly side: 'prefix' | 'suffix'; readonly children: ReactNode }) {
	return (
		<div className={`govuk-input__${side}`} aria-hidden="true">
			{children}
		</div>
	);
}
