import type { ComponentPropsWithoutRef } from 'react';
import { classNames } from '#app/ui/class-names.ts';

export type ButtonVariant = 'secondary' | 'warning' | 'inverse';

type ButtonProps = ComponentPropsWithoutRef<'button'> & {
	readonly variant?: ButtonVariant | undefined;
	/** A second press within a second does nothing (with JavaScript only: the server must not mind it either). */
	readonly preventDoubleClick?: boolean;
};

export function Button({ variant, preventDoubleClick, type = 'submit', className, disabled, ...rest }: ButtonProps) {
	return (
		<button
			type={type}
			className={buttonClass(variant, className)}
			data-module="govuk-button"
			data-prevent-double-click={preventDoubleClick}
			disabled={disabled}
			aria-disabled={disabled || undefined}
			{...rest}
		/>
	);
}

type ButtonLinkProps = ComponentPropsWithoutRef<'a'> & {
	readonly href: string;
	readonly variant?: ButtonVariant | undefined;
};

/** A link that looks like a button, for the next step of a task; it changes nothing by itself. */
export function ButtonLink({ variant, href, className, ...rest }: ButtonLinkProps) {
	return (
		// biome-ignore lint/a11y/useSemanticElements: it goes to an address, which a button cannot do without a script.
		<a
			href={href}
			role="button"
			draggable={false}
			className={buttonClass(variant, className)}
			data-module="govuk-button"
			{...rest}
		/>
	);
}

function buttonClass(variant: ButtonVariant | undefined, className: string | undefined): string | undefined {
	return classNames('govuk-button', variant && `govuk-button--${variant}`, className);
}
