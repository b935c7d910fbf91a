import type { ComponentPropsWithoutRef } from 'react';
import { classNames } from '#app/ui/class-names.ts';

export function Hint({ className, ...rest }: ComponentPropsWithoutRef<'div'>) {
	return <div className={classNames('govuk-hint', className)} {...rest} />;
}
