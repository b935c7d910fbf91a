import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { classNames } from '#app/ui/class-names.ts';

type FormGroupProps = ComponentPropsWithoutRef<'div'> & { readonly error?: ReactNode };

export function FormGroup({ error, className, ...rest }: FormGroupProps) {
	return (
		<div className={classNames('govuk-form-group', error ? 'govuk-form-group--error' : null, className)} {...rest} />
	);
}
