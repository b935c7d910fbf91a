import type { ComponentPropsWithoutRef } from 'react';
import { TextField } from './text-field.tsx';

/** A time typed as people write it; the route reads it with `parseTypedTime`. */
export function TimeField({
	hint = 'For example, 6:30pm or 18:30',
	...props
}: ComponentPropsWithoutRef<typeof TextField>) {
	return <TextField hint={hint} width={10} autoComplete="off" spellCheck={false} {...props} />;
}
