import type { AppContext } from '#app/context.ts';
import { CLOCK, OPERATOR, ROLE_NAMES } from '#app/domain/access/actor.ts';
import { plusDays } from '#app/domain/shared/calendar-day.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { dayOf, plusMinutes } from '#app/domain/shared/instant.ts';
import { sendCalendarInvitations } from '#app/use-cases/calendar/send-calendar-invitations.ts';
import { setCalendarInvitations } from '#app/use-cases/calendar/set-calendar-invitations.ts';
import { keepCohortStates } from '#app/use-cases/cohorts/keep-cohort-states.ts';
import { keepTeamDuties } from '#app/use-cases/cohorts/keep-team-duties.ts';
import { addClosure } from '#app/use-cases/places/add-closure.ts';
import { seedBankHolidays } from '#app/use-cases/places/seed-bank-holidays.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { sendDue } from '#app/use-cases/reminders/send-due.ts';
import { findCohort } from '../queries/cohorts.ts';
import { hasAnyStaff } from '../queries/staff.ts';
import { DEMO_PASSWORD, LATECOMERS, NEWCOMERS, STAFF } from './cast.ts';
import { chaptersAround } from './chapters.ts';
import { tellMessages } from './messages/tell-messages.ts';
import { tellWordings } from './messages/tell-wordings.ts';
import { tellAdaptationsOfTerm } from './quality/tell-adaptations.ts';
import { tellBands } from './quality/tell-bands.ts';
import { tellGaps } from './quality/tell-gaps.ts';
import { tellObservations } from './quality/tell-observations.ts';
import { tellVersion } from './quality/tell-version.ts';
import { certainly, emailOf, type Stage, setStage } from './stage.ts';
import { tellApology } from './tell-apology.ts';
import { tellCatchUps } from './tell-catch-ups.ts';
import { tellCohort } from './tell-cohort.ts';
import { agreeContacts, tellSharedContact } from './tell-contacts.ts';
import { tellAccreditations, tellCover } from './tell-cover.ts';
import { tellDaysOff } from './tell-days-off.ts';
import { tellDebriefs } from './tell-debriefs.ts';
import { tellDraft } from './tell-draft.ts';
import { tellEndings } from './tell-endings.ts';
import { type ToldCohorts, tellFamilies } from './tell-families.ts';
import { tellOpening } from './tell-opening.ts';
import { tellReferrers } from './tell-referrers.ts';
import { tellTakingPart } from './tell-taking-part.ts';
import { tellTasks } from './tell-tasks.ts';

/**
 * Fills an empty database with the demonstration story, around the moment that the clock shows: same seed, same story.
 * Does nothing to a database in which anybody has an account.
 */
export async function tellStory(real: AppContext): Promise<void> {
	if (hasAnyStaff(real.db)) return;
	seedBankHolidays(real);
	const stage = await setStage(real);
	const today = dayOf(stage.now);
	tellWordings(stage);
	closeTeamDays(stage);
	tellAccreditations(stage);
	const told = chaptersAround(today).map((chapter, index, chapters) => {
		const cohort = tellCohort(stage, chapter);
		// One group an hour: nobody enters the contacts of several at once.
		stage.at(plusMinutes(stage.now, -3 * 24 * 60 - (chapters.length - 1 - index) * 60));
		agreeContacts(stage, chapter, cohort.members);
		return { chapter, ...cohort };
	});
	stage.at(stage.now);
	keepCohortStates(stage.context, CLOCK);
	await tellReminders(stage);
	stage.hire(NEWCOMERS);
	tellFamilies(stage, told as unknown as ToldCohorts);
	tellSharedContact(stage, told[4]!.members, told[5]!.members);
	stage.at(stage.now);
	keepTeamDuties(stage.context, OPERATOR);
	tellDraft(stage, told[0]!.chapter);
	tellDaysOff(stage);
	const cohortIds = told.map(({ cohortId }) => cohortId);
	tellReferrers(stage, cohortIds);
	tellTasks(stage, cohortIds);
	const losing = told.find(({ chapter }) => chapter.team.includes('tom'))!;
	await tellCover(stage, losing.cohortId);
	await tellOpening(stage, losing.members[2]!);
	tellCatchUps(stage, told[0]!.cohortId);
	tellDebriefs(stage, cohortIds);
	tellApology(stage, told[1]!.chapter, told[1]!.cohortId);
	const isRunning = (id: CohortId) => findCohort(stage.context.db, OPERATOR, id)?.state === 'running';
	tellTakingPart(stage, cohortIds.filter(isRunning));
	tellEndings(stage, told[2]!.chapter, told[2]!.cohortId);
	tellQuality(stage, told as unknown as ToldCohorts);
	await tellMessages(stage, { goingWell: told[0]!, losing: told[1]!, beginning: told[3]! });
}

/**
 * How true to plan the groups are: what observers saw, what leads set and write for the next version, what teams changed of
 * this one, what is missing and whose that is.
 */
function tellQuality(stage: Stage, told: ToldCohorts): void {
	tellObservations(stage, told);
	tellVersion(stage);
	tellBands(stage);
	tellAdaptationsOfTerm(stage, told);
	tellGaps(
		stage,
		told.map(({ cohortId }) => cohortId),
	);
}

function closeTeamDays({ context, now }: Stage): void {
	const today = dayOf(now);
	const days = { from: plusDays(today, 24), to: plusDays(today, 26), label: 'Team days', venueId: null };
	certainly(addClosure(context, OPERATOR, days));
}

/** Who can sign in to the demonstration, for the terminal. */
export function signInsOfStory(): string {
	const rows = [...STAFF, ...NEWCOMERS, ...LATECOMERS].map(
		({ name, roles }) => `  ${emailOf(name).padEnd(28)}${roles.map((role) => ROLE_NAMES[role]).join(', ')}`,
	);
	const codes =
		'Leads and administrators enter a code as well: the page that asks for it shows it, in the demonstration only.';
	return [`Sign in as (password “${DEMO_PASSWORD}”, for all):`, ...rows, codes, ''].join('\n');
}

/**
 * The reminders of the last days, sent hour by hour as the clock would have had them sent; Kezia’s
 * calendar gets its invitations.
 */
async function tellReminders({ context, actor, at, now }: Stage): Promise<void> {
	for (let hour = -48; hour <= 0; hour += 1) {
		at(plusMinutes(now, 60 * hour));
		if (hour === -24) certainly(setCalendarInvitations(context, actor('kezia'), true));
		await sendCalendarInvitations(context);
		planReminders(context, CLOCK);
		await sendDue(context, CLOCK);
	}
}
