import { programmeLabel } from '#app/domain/programmes/variant.ts';
import { faultsOfVersion } from '#app/domain/programmes/versions/publish-version.ts';
import type { FormState } from '#app/ui/form-state.ts';
import type { OwnVersionRead } from '#app/use-cases/programmes/read-version.ts';
import { fieldOf } from './rows.ts';

export type PlanView = NonNullable<ReturnType<typeof planView>>;

/** A session plan of a draft, to write in; null for a number that the programme has not. */
export function planView(programmeId: string, { row, programme }: OwnVersionRead, planNumber: string) {
	const plan = programme.plans.find(({ number }) => String(number) === planNumber);
	if (!plan) return null;
	const { notice, modules, logicModel } = programme;
	return {
		...{ programmeId, versionId: row.id, version: row.version, planNumber: plan.number, plan },
		label: programmeLabel(programme),
		isPublished: row.state === 'published',
		programme: { notice, modules, logicModel },
		sentences: faultsOfVersion(programme)
			.filter((fault) => fault.planNumber === plan.number)
			.map(({ sentence }) => sentence),
		mechanisms: logicModel.mechanisms.map(({ key, title }) => ({ value: key, label: title })),
		last: programme.plans.length,
	};
}

/** The plan as the form shows it at first. */
export function formOf({ version, plan }: PlanView): FormState {
	const { title, aim, minutes, materials, guidance, homework, activities } = plan;
	const rows = activities.flatMap((activity, at) => {
		const place = at + 1;
		return [
			[fieldOf('key', place), activity.key],
			[fieldOf('order', place), String(place)],
			[fieldOf('title', place), activity.title],
			[fieldOf('minutes', place), String(activity.minutes)],
			[fieldOf('kind', place), activity.core ? 'core' : 'adaptable'],
			[fieldOf('mechanism', place), activity.mechanism],
		];
	});
	return {
		errors: {},
		values: {
			...{ version: String(version), title, aim, minutes: String(minutes), homework: homework ?? '' },
			...{ materials: materials.join('\n'), guidance: guidance.join('\n\n') },
			...Object.fromEntries(rows),
		},
	};
}
