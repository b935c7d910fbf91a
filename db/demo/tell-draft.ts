import { plusDays, weekdayOf } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { plusMinutes } from '#app/domain/shared/instant.ts';
import { layOutCohort } from '#app/use-cases/cohorts/lay-out-cohort.ts';
import { type CohortDraft, planCohort } from '#app/use-cases/cohorts/plan-cohort.ts';
import type { Chapter } from './chapters.ts';
import { certainly, type Stage } from './stage.ts';

/**
 * Yesterday Priya Raman planned a second group for the room and the evening of the one that goes well, and with one of its
 * facilitators: it is a draft until somebody gives it another evening, and the week shows why.
 */
export function tellDraft(stage: Stage, goingWell: Chapter): void {
	const { context, now } = stage;
	const priya = stage.actor('priya');
	stage.at(plusMinutes(now, -24 * 60));
	const { areaId, venueId, roomIds } = stage.place(goingWell.area);
	const draft: CohortDraft = {
		name: 'Winter group',
		programme: { slug: 'inspiring-families-abusing', version: '1', variant: null },
		areaId,
		nation: null,
		place: { venueId, roomId: roomIds[goingWell.room]! },
		leadId: stage.actor('tom').staffId,
		coFacilitatorIds: [stage.actor(goingWell.team[0]).staffId],
		slots: [{ weekday: weekdayOf(goingWell.onDay), startTime: clockTime('19:00') }],
		earliestStart: plusDays(goingWell.onDay, 7),
		skippedWeeks: [],
		runsOnBankHoliday: false,
		places: 10,
	};
	const { fingerprint } = certainly(planCohort(context, context.db, priya, draft));
	const cohortId = context.ids.next<CohortId>();
	certainly(layOutCohort(context, priya, draft, { fingerprint, accepted: false, asDraft: true, cohortId }));
	stage.at(now);
}
