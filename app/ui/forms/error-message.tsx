import type { ComponentPropsWithoutRef } from 'react';
import { classNames } from '#app/ui/class-names.ts';

type ErrorMessageProps = ComponentPropsWithoutRef<'p'> & {
	/** Said before the message to those who cannot see its colour; an empty text leaves it out. */
	readonly spokenPrefix?: string;
};

export function ErrorMessage({ spokenPrefix = 'Error', className, children, ...rest }: ErrorMessageProps) {
	return (
		<p className={classNames('govuk-error-message', className)} {...rest}>
			{spokenPrefix && <span className="govuk-visually-hidden">{spokenPrefix}:</span>}
			{spokenPrefix && ' '}
			{children}
		</p>
	);
}
