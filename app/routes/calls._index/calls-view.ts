import type { StaffActor } from '#app/domain/access/actor.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { formatDay } from '#app/ui/format.ts';
import { callLine } from '#app/ui/messages/call-line.ts';
import { listCallsOfToday } from '#app/use-cases/reminders/calls/calls-of-today.ts';

export type CallsView = ReturnType<typeof readCalls>;

/**
 * Everybody who is to be rung today in the place of a message, those whose time ends first before the others. By cohort, so
 * that on paper the two sides of a family never share a sheet.
 */
export function readCalls(context: RequestContext, actor: StaffActor) {
	const calls = listCallsOfToday(context, actor);
	showsPeople(
		context,
		calls.map(({ details }) => details.personId),
	);
	const lines = calls.map((call) => callLine(call, actor.staffId));
	return {
		day: formatDay(dayOf(context.clock.now())),
		cohorts: [...Map.groupBy(lines, ({ cohortId }) => cohortId)].map(([cohortId, ofCohort]) => ({
			...{ cohortId, name: ofCohort[0]!.cohort },
			toRing: ofCohort.filter(({ noneLeft }) => !noneLeft),
			noneLeft: ofCohort.filter(({ noneLeft }) => noneLeft),
		})),
	};
}
