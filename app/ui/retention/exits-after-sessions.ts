import type { exitsBySession, ReasonGroupCount } from '#app/domain/attrition/where-people-leave.ts';
import type { RetentionPoint } from '#app/domain/cohorts/retention-points.ts';
import type { Programme } from '#app/domain/programmes/programme.ts';
import { planTitle } from '#app/ui/session-name.ts';

/** What happened after one session of the plan. */
export type ExitsAfterSession = {
	readonly afterSession: number;
	/** The session and its module as the plan names them. */
	readonly session: string;
	readonly module: string;
	readonly atRisk: number;
	readonly left: number;
	readonly removed: number;
	readonly reasons: readonly ReasonGroupCount[];
};

/** The exits by last session attended, with the session and its module as the plan names them, and who was at risk there. */
export function exitsAfterSessions(
	exits: ReturnType<typeof exitsBySession>,
	points: readonly RetentionPoint[],
	{ plans, modules }: Pick<Programme, 'plans' | 'modules'>,
): readonly ExitsAfterSession[] {
	return exits.map((counts) => {
		const plan = plans.find(({ number }) => number === counts.afterSession);
		return {
			...counts,
			session: plan ? planTitle(plan.number, plan.title) : `Session ${counts.afterSession}`,
			module: modules.find(({ key }) => key === plan?.module)?.title ?? '',
			atRisk: points.find(({ session }) => session === counts.afterSession)?.atRisk ?? 0,
		};
	});
}
