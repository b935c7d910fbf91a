import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { classNames } from '#app/ui/class-names.ts';
import type { TextSize } from './label.tsx';

export type LegendProps = {
	readonly legend?: ReactNode;
	readonly legendSize?: TextSize | undefined;
	/** The legend is the only question of the page, and so its heading. */
	readonly legendIsHeading?: boolean | undefined;
	readonly legendClassName?: string | undefined;
};

type FieldsetProps = ComponentPropsWithoutRef<'fieldset'> & LegendProps;

export function Fieldset({
	legend,
	legendSize,
	legendIsHeading,
	legendClassName,
	className,
	children,
	...rest
}: FieldsetProps) {
	const size = legendSize && `govuk-fieldset__legend--${legendSize}`;
	return (
		<fieldset className={classNames('govuk-fieldset', className)} {...rest}>
			{legend && (
				<legend className={classNames('govuk-fieldset__legend', size, legendClassName)}>
					{legendIsHeading ? <h1 className="govuk-fieldset__heading">{legend}</h1> : legend}
				</legend>
			)}
			{children}
		</fieldset>
	);
}
