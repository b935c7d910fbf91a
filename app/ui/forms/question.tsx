import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { ErrorMessage } from './error-message.tsx';
import { FormGroup } from './form-group.tsx';
import { Hint } from './hint.tsx';
import { Label, type TextSize } from './label.tsx';

/** What every single control has around it; `id` is the control's and defaults to its name. */
export type QuestionProps = {
	readonly id?: string | undefined;
	readonly name: string;
	readonly label?: ReactNode;
	readonly labelSize?: TextSize | undefined;
	readonly labelIsHeading?: boolean | undefined;
	readonly hint?: ReactNode;
	readonly error?: ReactNode;
	/** Ids of further elements that describe the control. */
	readonly describedBy?: string | undefined;
	readonly groupClassName?: string | undefined;
};

/** Parts the properties of a control into its question and what goes on the control itself, described by hint and error. */
export function splitQuestion<Props extends QuestionProps>(props: Props) {
	const {
		name,
		id = name,
		label,
		labelSize,
		labelIsHeading,
		hint,
		error,
		describedBy,
		groupClassName,
		...rest
	} = props;
	return {
		question: { id, label, labelSize, labelIsHeading, hint, error, groupClassName },
		control: { ...rest, id, name, 'aria-describedby': describedByOf({ id, hint, error, describedBy }) },
		error,
	};
}

/** The ids that describe a control or a group: what the caller names, then its hint, then its error. */
export function describedByOf({ id, hint, error, describedBy }: QuestionAbout): string | undefined {
	return [describedBy, hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
}

type QuestionAbout = Pick<QuestionProps, 'hint' | 'error' | 'describedBy'> & { readonly id: string };

/** The hint and the error of a control or a group, under the ids that describe it. */
export function HintAndError({ id, hint, error }: QuestionAbout) {
	return (
		<>
			{hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
			{error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
		</>
	);
}

type QuestionBlockProps = Omit<QuestionProps, 'name' | 'describedBy'> & {
	readonly id: string;
	readonly group?: ComponentPropsWithoutRef<'div'>;
	readonly children: ReactNode;
};

export function Question({ label, labelSize, labelIsHeading, groupClassName, group, ...about }: QuestionBlockProps) {
	const { id, hint, error, children } = about;
	return (
		<FormGroup error={error} className={groupClassName} {...group}>
			<Label htmlFor={id} size={labelSize} isHeading={labelIsHeading}>
				{label}
			</Label>
			<HintAndError id={id} hint={hint} error={error} />
			{children}
		</FormGroup>
	);
}
