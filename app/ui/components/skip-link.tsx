import type { ComponentPropsWithoutRef } from 'react';
import { classNames } from '#app/ui/class-names.ts';

export function SkipLink({ href = '#main-content', className, children, ...rest }: ComponentPropsWithoutRef<'a'>) {
	return (
		<a href={href} className={classNames('govuk-skip-link', className)} data-module="govuk-skip-link" {...rest}>
			{children}
		</a>
	);
}
