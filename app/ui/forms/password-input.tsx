import type { ComponentPropsWithoutRef } from 'react';
import { classNames } from '#app/ui/class-names.ts';
import { Button } from '#app/ui/components/button.tsx';
import { Question, type QuestionProps, splitQuestion } from './question.tsx';

type PasswordInputProps = QuestionProps &
	Omit<ComponentPropsWithoutRef<'input'>, keyof QuestionProps | 'type' | 'value'>;

/** A password with a button that shows it; the button stays hidden until the script has made it work. */
export function PasswordInput({ className, autoComplete = 'current-password', ...props }: PasswordInputProps) {
	const { question, control, error } = splitQuestion(props);
	const names = 'govuk-input govuk-password-input__input govuk-js-password-input-input';
	return (
		<Question
			{...question}
			groupClassName={classNames('govuk-password-input', question.groupClassName)}
			group={{ 'data-module': 'govuk-password-input' } as ComponentPropsWithoutRef<'div'>}
		>
			<div className="govuk-input__wrapper govuk-password-input__wrapper">
				<input
					className={classNames(names, className, error && 'govuk-input--error')}
					type="password"
					spellCheck={false}
					autoCapitalize="none"
					autoComplete={autoComplete}
					{...control}
				/>
				<Button
					type="button"
					variant="secondary"
					className="govuk-password-input__toggle govuk-js-password-input-toggle"
					aria-controls={control.id}
					aria-label="Show password"
					hidden
				>
					Show
				</Button>
			</div>
		</Question>
	);
}
