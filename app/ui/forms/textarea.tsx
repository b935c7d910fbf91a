import type { ComponentPropsWithoutRef } from 'react';
import { classNames } from '#app/ui/class-names.ts';
import { Question, type QuestionProps, splitQuestion } from './question.tsx';

type TextareaProps = QuestionProps & Omit<ComponentPropsWithoutRef<'textarea'>, keyof QuestionProps | 'value'>;

export function Textarea({ className, rows = 5, ...props }: TextareaProps) {
	const { question, control, error } = splitQuestion(props);
	return (
		<Question {...question}>
			<textarea
				className={classNames('govuk-textarea', error && 'govuk-textarea--error', className)}
				rows={rows}
				{...control}
			/>
		</Question>
	);
}
