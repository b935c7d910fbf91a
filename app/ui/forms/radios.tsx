import { classNames } from '#app/ui/class-names.ts';
import { ChoiceGroup, type ChoiceGroupProps } from './choice-group.tsx';

export type RadiosProps = ChoiceGroupProps & {
	/** The value of the choice that is made at first. */
	readonly value?: string | undefined;
	readonly inline?: boolean | undefined;
};

export function Radios({ value, inline, className, ...props }: RadiosProps) {
	return (
		<ChoiceGroup
			kind="radios"
			isChecked={(choice) => choice.value === value}
			className={classNames(inline && 'govuk-radios--inline', className)}
			{...props}
		/>
	);
}
