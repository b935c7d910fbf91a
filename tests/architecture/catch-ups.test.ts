import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/**
 * Queries on sessions that leave catch-ups in, each with why. A new query on sessions that counts or lists what a cohort
 * meets for carries `isOfTerm()`; one that belongs here is written down (decision 0017).
 */
const KEEPS: Readonly<Record<string, string>> = {
	'access/observers listObservedSessions': 'an observer is assigned to a session, whatever its kind',
	'access/session-teams sessionsDeliveredBy': 'who delivers a catch-up takes its register',
	'access/session-teams staffOnDuty': 'standing in at a catch-up is a duty',
	'access/session-teams listOpenCovers': 'a catch-up is covered as any session',
	'access/team-terms listShorterDuties': 'a catch-up is covered as any session',
	'attendance/concerns listConcerns': 'something may concern somebody at a catch-up',
	'attendance/concerns sayings': 'something may concern somebody at a catch-up',
	'attendance/concerns listOwnConcerns': 'something may concern somebody at a catch-up',
	'attendance/concerns countConcerns': 'something may concern somebody at a catch-up',
	'attendance/concerns findConcernOfTask': 'something may concern somebody at a catch-up',
	'attendance/register-history listRegisterHistory': 'a catch-up has a register',
	'attendance/register-history listRegistersAmong': 'of sessions that the caller knows, by their ids',
	'attendance/taking-part listTakingPart': 'people take part in a catch-up too',
	'attendance/taking-part listTakingPartHistory': 'people take part in a catch-up too',
	'attendance/taking-part selectFacts': 'of one session, or with the condition of the term',
	'calendar/calendar-feeds listTeamSessions': 'it is in the calendar of who delivers it',
	'cohort-list listUnrecordedRows': 'a register of a catch-up is overdue as any',
	'days-off/meetings-ahead listMeetingsAhead': 'a closure shows the catch-ups that it hits',
	'fidelity/adaptation-register listHeldByPlan': 'a catch-up is adapted as a session is',
	'fidelity/adaptations findSessionOfAdaptation': 'a catch-up is adapted as a session is',
	'fidelity/adaptations selectAdaptations': 'a catch-up is adapted as a session is',
	'delivery-logs owesLog': 'a catch-up has a log that is blind as any',
	'debrief/agreed-notes listAgreedNotes': 'a catch-up has a debrief',
	'debrief/debriefs listAgreedActions': 'a catch-up has a debrief',
	'debrief/debriefs listDebriefNotes': 'a catch-up has a debrief',
	'debrief/debriefs listNoteAuthors': 'a catch-up has a debrief',
	'debrief/kept-back-words isFromKeptBackDebrief': 'a catch-up has a debrief',
	'debrief/debriefs listSupervisionEntries': 'a catch-up has a debrief',
	'gaps/place-facts findCohortOfSession': 'of one session, by its id',
	'gaps/session-facts listApproved': 'of sessions that the caller knows, by their ids',
	'gaps/session-facts listDecided': 'nothing is decided of the plan of a catch-up',
	'gaps/session-facts listUnmarked': 'the sessions are named by who asks, a catch-up among them',
	'gaps/session-facts listLogged': 'a catch-up has a log',
	'tasks/visible-tasks waitsForLog': 'a catch-up has a log that is blind as any',
	'delivery-logs listLogAuthors': 'a catch-up has a log',
	'delivery-logs selectLogs': 'a catch-up has a log',
	'delivery-logs isDeliveredBy': 'a catch-up has a log',
	'enrolments listRowsOfEnrolment':
		'an exit takes the person off catch-ups too; undoing it leaves them out by their kind',
	'families/staff-on-sides listSidesOfFamilies': 'an observer of a catch-up works with the cohort',
	'families/staff-on-sides observersWhere': 'an observer of a catch-up works with the cohort',
	'fidelity/cohort-logs selectLogs': 'a catch-up has a log, which says what was made up for',
	'fidelity/cohort-logs selectKeptBack': 'a catch-up has a log',
	'fidelity/proposed-adaptations listProposed': 'a catch-up is adapted as a session is',
	'home/coordinators-day listCoverNeeded': 'a catch-up is covered as any session',
	'imports/built-upon countSaid': 'what was said at a catch-up is built upon an import',
	'imports/built-upon countBuiltUpon': 'a catch-up is built upon an import',
	'observations/cohort-observations listObservationStates':
		'of sessions that were drawn, or are observed, by their ids',
	'observations/cohort-observations selectReleased': 'its callers say of which sessions, and that they are of the term',
	'observations/draws findNotice': 'who delivers a catch-up is told as of any session',
	'observations/programme-observations listProgrammeObservations':
		'an observer is assigned to a session, whatever its kind',
	'observations/session-observations findOwnObservation': 'an observer is assigned to a session, whatever its kind',
	'observations/session-observations listFeedback': 'who delivers a catch-up reads what was released of it',
	'observations/session-observations listOwnStates': 'an observer is assigned to a session, whatever its kind',
	'observations/session-observations listSessionObservations':
		'an observer is assigned to a session, whatever its kind',
	'outbox selectMessages': 'people are reminded of a catch-up',
	'planning/occupied-times listOccupyingCohorts': 'a room is taken and a facilitator busy by a catch-up',
	'planning/venue-days listSessionsAhead': 'a catch-up is at the venue that day',
	'planning/week selectSessions': 'the week shows what takes place',
	'tasks/of-sessions listTasksOfBegunSessions': 'what is proposed of a catch-up is decided beforehand too',
	'tasks/of-sessions listOpenTasksOfSessions': 'what is proposed of a catch-up is due by its day too',
	'registers listMarksAt': 'a catch-up has a register',
	'registers selectRows': 'a catch-up has a register',
	'messages/calls listCallDetails': 'a message about a catch-up is told by telephone as any other',
	'messages/forecast listOutstanding': 'people are reminded of a catch-up',
	'messages/passes selectWanted': 'people are reminded of a catch-up',
	'notices/nudges listNudgedSessions': 'a catch-up has a register and a log',
	'reminder-facts selectCandidates': 'people are reminded of a catch-up',
	'reminder-facts selectWithFacts': 'people are reminded of a catch-up',
	'schedule-changes listBookings': 'of one placeholder, by its id',
	'schedule-changes listPlanDecisions': 'only a session of the term is decided on',
	'schedule-changes findPlanDecision': 'only a session of the term is decided on',
	'schedule-changes listTimesOf': 'of one session, by its id',
	'session-day selectSessionDay': 'a catch-up has its own page',
	'sessions findSession': 'a catch-up is found by its id',
	'sessions listCohortsWithSessionsAhead': 'a cohort is not over while a catch-up is to come',
	'tasks/tasks selectTasks': 'a task may be about any session',
	'team/covers findSessionOfCover': 'a catch-up is covered as any session',
	'team/covers findCoveredSession': 'a catch-up is covered as any session',
	'team/covers listCoversToAnswer': 'a catch-up is covered as any session',
	'team/practice listActionsOf': 'a catch-up has a debrief',
	'team/practice listSupervisionAsked': 'a catch-up has a debrief',
	'term-plans listPlannedSessions': 'what takes place at a venue, and what somebody delivers',
	'today listExpected': 'today shows who is expected at a catch-up',
	'today selectSessions': 'today shows catch-ups',
	'today countRegisters': 'today shows catch-ups',
	'today countLogs': 'today shows catch-ups',
};

/** Each function of a file with its text, by its name. */
function functionsIn(file: string): readonly { readonly name: string; readonly text: string }[] {
	const parts = readFileSync(file, 'utf8').split(/^(?=(?:export )?(?:function|const) )/m);
	return parts.flatMap((text) => {
		const name = /^(?:export )?(?:function|const) (\w+)/.exec(text)?.[1];
		return name ? [{ name, text }] : [];
	});
}

function queriesOnSessions(): readonly { readonly key: string; readonly knows: boolean }[] {
	return globSync('db/queries/**/*.ts').flatMap((file) =>
		functionsIn(file)
			.filter(({ text }) => /(?:from|Join)\(\s*sessions\b/.test(text))
			.map(({ name, text }) => ({
				key: `${file.replace('db/queries/', '').replace('.ts', '')} ${name}`,
				knows: /isOfTerm\(\)|'catch-up'|isStanding/.test(text),
			})),
	);
}

test('every query on sessions leaves catch-ups out by the one condition, names them, or is written down with why not', () => {
	const found = queriesOnSessions();
	expect(found.length).toBeGreaterThan(40);
	const without = found.filter(({ knows }) => !knows).map(({ key }) => key);
	expect(without.toSorted()).toEqual(Object.keys(KEEPS).toSorted());
});
