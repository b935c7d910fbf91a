import { SIDE_NAMES } from '#app/domain/programmes/programme.ts';
import { RadiosField } from '#app/ui/fields/radios-field.tsx';
import { TextField } from '#app/ui/fields/text-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';

type NamedPersonFieldsProps = {
	readonly form: FormState;
	readonly referenceLabel: string;
	readonly referenceHint: string;
};

/** Names somebody by the side on which they are and the reference on paper: references are told apart within a side only. */
export function NamedPersonFields({ form, referenceLabel, referenceHint }: NamedPersonFieldsProps) {
	return (
		<>
			<RadiosField
				form={form}
				name="side"
				legend="Side"
				legendSize="s"
				small
				items={[
					{ value: 'perpetrator', label: SIDE_NAMES.perpetrator },
					{ value: 'survivor', label: SIDE_NAMES.survivor },
				]}
			/>
			<TextField
				form={form}
				name="reference"
				label={referenceLabel}
				labelSize="s"
				hint={referenceHint}
				autoComplete="off"
				spellCheck={false}
				width={10}
			/>
		</>
	);
}
