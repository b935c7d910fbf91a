import type { ComponentPropsWithoutRef } from 'react';
import { classNames } from '#app/ui/class-names.ts';
import { Question, type QuestionProps, splitQuestion } from './question.tsx';

export type FileUploadProps = QuestionProps &
	Omit<ComponentPropsWithoutRef<'input'>, keyof QuestionProps | 'type' | 'value'>;

/** The browser's own control: the script's drop zone has a button whose name axe finds to differ from its words. */
export function FileUpload({ className, ...props }: FileUploadProps) {
	const { question, control, error } = splitQuestion(props);
	return (
		<Question {...question}>
			<input
				className={classNames('govuk-file-upload', className, error && 'govuk-file-upload--error')}
				type="file"
				{...control}
			/>
		</Question>
	);
}
