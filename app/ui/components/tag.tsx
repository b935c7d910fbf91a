import type { ComponentPropsWithoutRef } from 'react';
import { classNames } from '#app/ui/class-names.ts';

export type TagColour = 'grey' | 'teal' | 'green' | 'purple' | 'magenta' | 'red' | 'orange' | 'yellow' | 'blue';

type TagProps = ComponentPropsWithoutRef<'strong'> & { readonly colour?: TagColour | undefined };

export function Tag({ colour, className, ...rest }: TagProps) {
	return <strong className={classNames('govuk-tag', colour && `govuk-tag--${colour}`, className)} {...rest} />;
}
