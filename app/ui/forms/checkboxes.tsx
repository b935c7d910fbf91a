import { ChoiceGroup, type ChoiceGroupProps } from './choice-group.tsx';

export type CheckboxesProps = ChoiceGroupProps & {
	/** The values that are ticked at first. */
	readonly values?: readonly string[];
};

export function Checkboxes({ values = [], ...props }: CheckboxesProps) {
	return <ChoiceGroup kind="checkboxes" isChecked={(choice) => values.includes(choice.value)} {...props} />;
}
