import { checkAsks } from './check-asks.ts';
import { checkLogicModel } from './check-logic-model.ts';
import { checkThresholds } from './check-thresholds.ts';
import type { Programme, SessionPlan } from './programme.ts';
import { checkRepeats, type FaultPath, type ProgrammeFault } from './programme-fault.ts';

/**
 * Everything in a programme that contradicts itself, in the order of its parts; none when it may be used. It is given
 * as its folder lays it out, with each variant still beside it (domain rules §1.2 and §1.3).
 */
export function checkProgramme(programme: Programme): readonly ProgrammeFault[] {
	return [
		...checkModules(programme),
		...checkNumbering(programme.plans),
		...programme.plans.flatMap((plan, at) => checkPlan(plan, at, programme)),
		...checkThresholds(programme),
		...checkAsks(programme.asks),
		...checkVariants(programme),
		...checkRepeats(programme.fidelityChecklist, ['fidelityChecklist'], 'fidelity check'),
		...checkLogicModel(programme.logicModel),
	];
}

function checkModules({ modules, plans }: Programme): readonly ProgrammeFault[] {
	const unused = modules.flatMap(({ key }, at) =>
		plans.some((plan) => plan.module === key)
			? []
			: [{ path: ['modules', at, 'key'], sentence: `No session plan belongs to the module “${key}”.` }],
	);
	return [...checkRepeats(modules, ['modules'], 'module'), ...unused];
}

function checkNumbering(plans: readonly SessionPlan[]): readonly ProgrammeFault[] {
	return plans.flatMap(({ number }, at) => {
		const before = plans[at - 1]?.number ?? 0;
		if (number === before + 1) return [];
		const after = before === 0 ? 'comes first' : `follows ${before}`;
		const sentence = `Session plan ${number} ${after}: number the plans 1, 2, 3 and so on without a gap.`;
		return [{ path: ['plans', at, 'number'], sentence }];
	});
}

function checkPlan(plan: SessionPlan, at: number, programme: Programme): readonly ProgrammeFault[] {
	const faults: ProgrammeFault[] = [];
	const find = (path: FaultPath, sentence: string) => faults.push({ path: ['plans', at, ...path], sentence });
	if (!programme.modules.some(({ key }) => key === plan.module)) {
		find(['module'], `The programme has no module “${plan.module}”: ${oneOf(programme.modules)}.`);
	}
	const inAll = plan.activities.reduce((sum, { minutes }) => sum + minutes, 0);
	if (inAll !== plan.minutes) {
		find(['minutes'], `The session takes ${plan.minutes} minutes and its activities ${inAll}: make them equal.`);
	}
	if (plan.joiningAllowed && plan.number > programme.thresholds.lastJoiningSession) {
		const last = programme.thresholds.lastJoiningSession;
		find(['joiningAllowed'], `Nobody may join at session ${plan.number}, because the last joining session is ${last}.`);
	}
	const { mechanisms } = programme.logicModel;
	plan.activities.forEach(({ mechanism }, place) => {
		if (mechanisms.some(({ key }) => key === mechanism)) return;
		const sentence = `The logic model has no mechanism “${mechanism}”: ${oneOf(mechanisms)}.`;
		find(['activities', place, 'mechanism'], sentence);
	});
	return [...faults, ...checkRepeats(plan.activities, ['plans', at, 'activities'], 'activity')];
}

function checkVariants(programme: Programme): readonly ProgrammeFault[] {
	const faults = programme.variants.flatMap((variant, at) =>
		variant.plans.flatMap(({ number }, place) => {
			const path = ['variants', at, 'plans', place, 'number'];
			if (!programme.plans.some((plan) => plan.number === number)) {
				return [{ path, sentence: `The variant “${variant.key}” names session plan ${number}, which there is not.` }];
			}
			if (variant.plans.findIndex((other) => other.number === number) === place) return [];
			return [{ path, sentence: `The variant “${variant.key}” names session plan ${number} twice.` }];
		}),
	);
	return [...checkRepeats(programme.variants, ['variants'], 'variant'), ...faults];
}

function oneOf(things: readonly { readonly key: string }[]): string {
	return `use one of ${things.map(({ key }) => key).join(', ')}`;
}
