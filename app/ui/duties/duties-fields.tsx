import { ROLE_NAMES, ROLES, type Role } from '#app/domain/access/actor.ts';
import { SIDE_NAMES, SIDES } from '#app/domain/programmes/programme.ts';
import { CheckboxesField } from '#app/ui/fields/checkboxes-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';

const ROLE_HINTS: Readonly<Record<Role, string>> = {
	facilitator: 'Takes registers and logs for the cohorts whose team they are on.',
	coordinator: 'Lays out cohorts and adds people, in the areas and on the sides below.',
	lead: 'Reads everything, arranges any cohort and decides what needs a decision.',
	'partner-support': 'Holds families on the survivor side, in the areas below. Never works with the perpetrator side.',
	administrator: 'Keeps staff, places and closures. Sees nobody who takes part.',
	observer: 'Opens only the sessions that a lead assigns to them, without names.',
	'read-only': 'Reads cohorts and figures in the areas and on the sides below, without names.',
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
					legend="Areas"
					legendSize="m"
					hint="Needed for a coordinator, a partner-support worker and for read-only."
					small
					items={areas.map(({ id, name }) => ({ value: id, label: name }))}
				/>
			) : (
				<p className="govuk-body">There is no area yet. Add one under Places before you invite a coordinator.</p>
			)}
			<CheckboxesField
				form={form}
				name="sides"
				legend="Sides"
				legendSize="m"
				hint="The two sides of a family are kept apart. Both go together only for a coordinator of whom a lead has decided so."
				small
				items={SIDES.map((side) => ({ value: side, label: SIDE_NAMES[side] }))}
			/>
		</>
	);
}
