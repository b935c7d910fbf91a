import type { ReactNode } from 'react';
import { classNames } from '#app/ui/class-names.ts';
import { Hint } from './hint.tsx';
import { Label } from './label.tsx';

export type Choice = {
	readonly value: string;
	readonly label: ReactNode;
	readonly hint?: ReactNode;
	/** What is asked as well when this is chosen. */
	readonly conditional?: ReactNode;
	readonly disabled?: boolean;
	/** Choosing this checkbox unticks all others. */
	readonly exclusive?: boolean;
	readonly id?: string | undefined;
	readonly name?: string | undefined;
};

type ChoiceItemProps = {
	readonly kind: 'radios' | 'checkboxes';
	readonly id: string;
	readonly name: string;
	readonly choice: Choice;
	readonly checked: boolean;
	readonly describedBy: string | undefined;
};

export function ChoiceItem({ kind, id, name, choice, checked, describedBy }: ChoiceItemProps) {
	const hintId = choice.hint ? `${id}-item-hint` : undefined;
	const conditionalId = choice.conditional ? `conditional-${id}` : undefined;
	return (
		<>
			<div className={`govuk-${kind}__item`}>
				<input
					className={`govuk-${kind}__input`}
					id={id}
					name={name}
					type={kind === 'radios' ? 'radio' : 'checkbox'}
					value={choice.value}
					defaultChecked={checked}
					disabled={choice.disabled}
					data-aria-controls={conditionalId}
					data-behaviour={choice.exclusive ? 'exclusive' : undefined}
					aria-describedby={classNames(describedBy, hintId)}
				/>
				<Label htmlFor={id} className={`govuk-${kind}__label`}>
					{choice.label}
				</Label>
				{hintId && (
					<Hint id={hintId} className={`govuk-${kind}__hint`}>
						{choice.hint}
					</Hint>
				)}
			</div>
			{conditionalId && (
				<div
					className={classNames(`govuk-${kind}__conditional`, !checked && `govuk-${kind}__conditional--hidden`)}
					id={conditionalId}
				>
					{choice.conditional}
				</div>
			)}
		</>
	);
}
