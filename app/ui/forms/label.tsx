import type { ComponentPropsWithoutRef } from 'react';
import { classNames } from '#app/ui/class-names.ts';

export type TextSize = 's' | 'm' | 'l' | 'xl';

type LabelProps = Omit<ComponentPropsWithoutRef<'label'>, 'htmlFor'> & {
	/** The id of the control that it names. */
	readonly htmlFor: string | undefined;
	readonly size?: TextSize | undefined;
	/** The label is the only question of the page, and so its heading. */
	readonly isHeading?: boolean | undefined;
};

export function Label({ size, isHeading, className, htmlFor, children, ...rest }: LabelProps) {
	if (children === undefined) return null;
	const label = (
		<label className={classNames('govuk-label', size && `govuk-label--${size}`, className)} htmlFor={htmlFor} {...rest}>
			{children}
		</label>
	);
	return isHeading ? <h1 className="govuk-label-wrapper">{label}</h1> : label;
}
