import { ROLE_NAMES, ROLES, type Role } from '#app/domain/access/actor.ts';
import { SIDE_NAMES, SIDES } from '#app/domain/programmes/programme.ts';
import { CheckboxesField } from '#app/ui/fields/checkboxes-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';

const ROLE_HINTS: Readonly<Record<Role, string>> = {
	facilitator: 'Takes registers and logs for the cohorts whose team they are on.',
	coordinator: 'Lays out cohorts and adds people, in the areas and on the sides below.',
	lead: 'Reads everything, arranges any cohort and decides what needs a decision.',
	administrator: 'Keeps staff, places and closures. Sees nobody who takes part.',
};

type DutiesFieldsProps = {
	readonly form: FormState;
	readonly areas: readonly { readonly id: string; readonly name: string }[];
};

/** What a member of staff may do: roles, and for a coordinator the areas and sides. */
export function DutiesFields({ form, areas }: DutiesFieldsProps) {
	return (
		<>
			<CheckboxesField
				form={form}
				name="roles"
				legend="Roles"
				legendSize="m"
				hint="Choose all that apply."
				items={ROLES.map((role) => ({ value: role, label: ROLE_NAMES[role], hint: ROLE_HINTS[role] }))}
			/>
			{areas.length > 0 ? (
				<CheckboxesField
					form={form}
					name="areas"
					legend="Areas that they arrange"
					legendSize="m"
					hint="A coordinator needs at least one."
					small
					items={areas.map(({ id, name }) => ({ value: id, label: name }))}
				/>
			) : (
				<p className="govuk-body">There is no area yet. Add one under Places before you invite a coordinator.</p>
			)}
			<CheckboxesField
				form={form}
				name="sides"
				legend="Sides that they arrange"
				legendSize="m"
				hint="The two sides of a family are kept apart. Choose both only if your lead has decided so."
				small
				items={SIDES.map((side) => ({ value: side, label: SIDE_NAMES[side] }))}
			/>
		</>
	);
}
