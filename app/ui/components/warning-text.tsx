import type { ComponentPropsWithoutRef } from 'react';
import { classNames } from '#app/ui/class-names.ts';

type WarningTextProps = ComponentPropsWithoutRef<'div'> & {
	/** What is read out in place of the exclamation mark. */
	readonly spoken?: string | undefined;
};

export function WarningText({ spoken = 'Warning', className, children, ...rest }: WarningTextProps) {
	return (
		<div className={classNames('govuk-warning-text', className)} {...rest}>
			<span className="govuk-warning-text__icon" aria-hidden="true">
				!
			</span>{' '}
			<strong className="govuk-warning-text__text">
				<span className="govuk-visually-hidden">{spoken}</span> {children}
			</strong>
		</div>
	);
}
