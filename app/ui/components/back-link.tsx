import type { ComponentPropsWithoutRef } from 'react';
import { classNames } from '#app/ui/class-names.ts';

type BackLinkProps = ComponentPropsWithoutRef<'a'> & { readonly href: string };

export function BackLink({ href, className, children = 'Back', ...rest }: BackLinkProps) {
	return (
		<a href={href} className={classNames('govuk-back-link', className)} {...rest}>
			{children}
		</a>
	);
}
