import type { Programme, Thresholds } from './programme.ts';
import type { ProgrammeFault } from './programme-fault.ts';
import { everyVariantOf } from './variant.ts';

/** Everything in a programme's thresholds that no cohort could meet, or that contradicts its plans. */
export function checkThresholds(programme: Programme): readonly ProgrammeFault[] {
	return [
		...checkGroupSize(programme.thresholds),
		...checkJoining(programme),
		...checkCompletion(programme),
		...checkIndividualSessions(programme),
		...checkFollowUp(programme),
	];
}

function checkGroupSize({ groupSize }: Thresholds): readonly ProgrammeFault[] {
	const { min, viable, max } = groupSize;
	if (min > max) {
		const sentence = `A cohort starts with at least ${min} people and holds ${max} at most: make max ${min} or more.`;
		return [{ path: ['thresholds', 'groupSize', 'max'], sentence }];
	}
	if (viable <= min) return [];
	const sentence = `A cohort may start with ${min} people, fewer than the ${viable} that it needs to go on: lower viable.`;
	return [{ path: ['thresholds', 'groupSize', 'viable'], sentence }];
}

function checkJoining({ plans, thresholds: { lastJoiningSession: last } }: Programme): readonly ProgrammeFault[] {
	const path = ['thresholds', 'lastJoiningSession'];
	const plan = plans.find(({ number }) => number === last);
	if (!plan) return [{ path, sentence: `The last joining session is ${last}, and there is no such session plan.` }];
	if (plan.joiningAllowed) return [];
	return [{ path, sentence: `The last joining session is ${last}, and its session plan does not allow joining.` }];
}

function checkCompletion({ plans, thresholds }: Programme): readonly ProgrammeFault[] {
	const { requiredSessions, shareOfCoreActivities } = thresholds.completion;
	const faults: ProgrammeFault[] = requiredSessions.flatMap((number, at) => {
		const path = ['thresholds', 'completion', 'requiredSessions', at];
		if (!plans.some((plan) => plan.number === number)) {
			return [{ path, sentence: `Session ${number} is required for completion, and there is no such session plan.` }];
		}
		if (requiredSessions.indexOf(number) === at) return [];
		return [{ path, sentence: `Session ${number} is required for completion twice.` }];
	});
	const hasCore = plans.some(({ activities }) => activities.some(({ core }) => core));
	if (shareOfCoreActivities !== null && !hasCore) {
		const sentence = 'Completion asks for a share of the core activities, and no activity is core.';
		faults.push({ path: ['thresholds', 'completion', 'shareOfCoreActivities'], sentence });
	}
	return faults;
}

/** Each variant is asked by itself, because it may turn group sessions into individual ones and the other way round. */
function checkIndividualSessions(programme: Programme): readonly ProgrammeFault[] {
	return everyVariantOf(programme).flatMap(({ variant, variants, plans, thresholds }) => {
		const required = thresholds.completion.requiredIndividualSessions;
		const there = plans.filter(({ kind }) => kind === 'individual').length;
		if (required <= there) return [];
		const at = variants.findIndex(({ key }) => key === variant);
		const own = at >= 0 && variants[at]?.requiredIndividualSessions !== null;
		const where = own ? ['variants', at] : ['thresholds', 'completion'];
		const whose = variant === null ? 'the programme' : `its variant “${variant}”`;
		const sentence = `Completion asks for ${required} individual sessions, and ${whose} has ${there}.`;
		return [{ path: [...where, 'requiredIndividualSessions'], sentence }];
	});
}

function checkFollowUp({ plans, thresholds }: Programme): readonly ProgrammeFault[] {
	const { absenceLadder, fidelityBands, catchUps, lateMinutes } = thresholds;
	const faults: ProgrammeFault[] = absenceLadder.flatMap(({ missedInARow }, at) => {
		const before = absenceLadder[at - 1]?.missedInARow ?? 0;
		if (missedInARow > before) return [];
		const sentence = `The step for ${missedInARow} missed in a row follows the one for ${before}: put fewer first.`;
		return [{ path: ['thresholds', 'absenceLadder', at, 'missedInARow'], sentence }];
	});
	const find = (path: readonly string[], sentence: string) => faults.push({ path: ['thresholds', ...path], sentence });
	if (fidelityBands.watch >= fidelityBands.good) {
		const { good, watch } = fidelityBands;
		find(['fidelityBands', 'watch'], `“Watch” begins at ${watch}% and “good” at ${good}%: make good the higher.`);
	}
	if (catchUps.allowed > plans.length) {
		find(
			['catchUps', 'allowed'],
			`${catchUps.allowed} catch-ups are allowed in a programme of ${plans.length} sessions.`,
		);
	}
	const shortest = Math.min(...plans.map(({ minutes }) => minutes));
	if (lateMinutes >= shortest) {
		find(['lateMinutes'], `Late by ${lateMinutes} minutes is later than the end of a session of ${shortest} minutes.`);
	}
	return faults;
}
