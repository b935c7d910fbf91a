import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { TeamDuty } from '#app/domain/cohorts/cohort.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { dayOf, type Instant } from '#app/domain/shared/instant.ts';
import { teamMark } from '#app/domain/team/change-team.ts';
import { continuityOf } from '#app/domain/team/continuity.ts';
import { isOpenCover } from '#app/domain/team/cover.ts';
import { sessionTeam } from '#app/domain/team/session-team.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { formatDate } from '#app/ui/format.ts';
import { sessionTitle } from '#app/ui/session-name.ts';
import { listOpenCovers, listTimesOnTeams } from '#db/queries/access/session-teams.ts';
import { findCohort, listTeams } from '#db/queries/cohorts.ts';
import { listSessions } from '#db/queries/sessions.ts';
import { listFacilitatorsOfSide } from '#db/queries/team/covers.ts';
import { mayOn } from '#db/queries/visible-cohorts.ts';

export type TeamView = NonNullable<ReturnType<typeof readTeamView>>;

/**
 * Who was, is and will be on the team, how constant it was, and the form that changes it for who may; null when
 * the cohort is not the actor’s.
 */
export function readTeamView({ db, clock }: AppContext, actor: StaffActor, cohortId: CohortId) {
	const cohort = findCohort(db, actor, cohortId);
	if (!cohort) return null;
	const now = clock.now();
	const terms = listTimesOnTeams(db, [cohortId]);
	const covers = listOpenCovers(db, { cohortIds: [cohortId] });
	const isOver = cohort.state === 'finished' || cohort.state === 'cancelled';
	return {
		cohortId,
		cohort: cohort.name,
		terms: terms.map(({ name, duty, joinedAt, leftAt }) => ({
			name,
			duty: DUTY_WORDS[duty],
			from: joinedAt === null ? 'The beginning' : formatDate(dayOf(joinedAt)),
			until: untilInWords(leftAt, now),
		})),
		covers: covers
			.filter((cover) => isOpenCover(cover) && cover.startsAt !== null && cover.startsAt > now)
			.map(({ id, planNumber, kind, covering, absent, state, day }) => ({
				...{
					id,
					covering,
					absent,
					session: sessionTitle({ kind, planNumber }),
					day: day === null ? '' : formatDate(day),
				},
				state: state === 'accepted' ? 'Stands in' : 'Waits for an answer',
			})),
		continuity: continuityIn(listSessions(db, actor, [cohortId]), terms, covers),
		change:
			!isOver && mayOn(db, actor, 'write', 'cohort', cohortId) ? changeForm(db, cohortId, cohort.side, now) : null,
	};
}

type Covers = ReturnType<typeof listOpenCovers>;
type Terms = ReturnType<typeof listTimesOnTeams>;

function continuityIn(sessions: ReturnType<typeof listSessions>, terms: Terms, covers: Covers) {
	const names = new Map<string, string>(terms.map(({ staffId, name }) => [staffId, name]));
	for (const { coveringId, covering } of covers) names.set(coveringId, covering);
	const held = sessions
		.filter(({ state, time }) => state === 'held' && time !== null)
		.toSorted((one, other) => (one.time!.startsAt < other.time!.startsAt ? -1 : 1));
	const teams = held.map((session) => ({ team: sessionTeam(session, terms, covers).map(({ staffId }) => staffId) }));
	const { facilitators, ...counts } = continuityOf(teams);
	return { ...counts, facilitators: facilitators.map((one) => ({ ...one, name: names.get(one.staffId)! })) };
}

const DUTY_WORDS: Readonly<Record<TeamDuty, string>> = {
	'lead-facilitator': 'Lead facilitator',
	'co-facilitator': 'Co-facilitator',
};

function untilInWords(leftAt: Instant | null, now: Instant): string {
	if (leftAt === null) return 'Until further notice';
	return leftAt > now ? `Leaves on ${formatDate(dayOf(leftAt))}` : `Left on ${formatDate(dayOf(leftAt))}`;
}

type Cohort = NonNullable<ReturnType<typeof findCohort>>;

function changeForm(db: AppContext['db'], cohortId: CohortId, side: Cohort['side'], now: Instant) {
	const team = listTeams(db, [cohortId]);
	const possible = listFacilitatorsOfSide(db, side);
	const gone = team.filter(({ staffId }) => !possible.some(({ id }) => id === staffId));
	const [year, month, day] = dayOf(now).split('-').map(String);
	const values: FormState['values'] = {
		leadId: team.find(({ duty }) => duty === 'lead-facilitator')?.staffId ?? '',
		coFacilitatorIds: team.filter(({ duty }) => duty === 'co-facilitator').map(({ staffId }) => staffId),
		...{ 'from-day': String(Number(day)), 'from-month': String(Number(month)), 'from-year': year! },
		shown: teamMark(team),
	};
	return {
		form: { ...EMPTY_FORM, values },
		possible: [...possible, ...gone.map(({ staffId, name }) => ({ id: staffId, name }))],
	};
}
