import type { Exit } from '#app/domain/attrition/enrolment.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import { firstWeekdayFrom, plusDays, WEEKDAYS, weekdayOf } from '#app/domain/shared/calendar-day.ts';
import { type ClockTime, clockTime } from '#app/domain/shared/clock-time.ts';
import { MENS_NAMES, WOMENS_NAMES } from './cast.ts';

/** One cohort of the story. */
export type Chapter = {
	readonly name: string;
	readonly programmeSlug: string;
	readonly area: string;
	readonly room: number;
	readonly coordinator: string;
	readonly team: readonly [lead: string, co: string];
	readonly startTime: ClockTime;
	/** The plan that falls on `onDay`, or on the first day from there on which the cohort meets. */
	readonly plan: number;
	readonly onDay: CalendarDay;
	readonly places: number;
	/** How many join before the first session, and at the second and third. */
	readonly joining: readonly [number, number, number];
	readonly givenNames: readonly string[];
	/** How likely somebody is to come; it falls by `fading` a session. */
	readonly comes: number;
	readonly fading: number;
	/** How likely an activity is to be delivered as planned; from the plan `straysFrom` on none is. */
	readonly asPlanned: number;
	readonly straysFrom: number | null;
	/** After which plans somebody leaves, and why. */
	readonly exits: readonly (Pick<Exit, 'kind' | 'reason'> & { readonly afterPlan: number })[];
	/** A plan that did not go ahead, and why. */
	readonly notHeld: { readonly plan: number; readonly reason: string } | null;
	/** A session that was moved by so many days with all after it, and why. */
	readonly moved: { readonly plan: number; readonly days: number; readonly why: string } | null;
	/** The newest sessions that nobody has written up yet. */
	readonly unwritten: number;
	readonly breaks: readonly { readonly weeksBefore: number; readonly label: string }[];
};

/** The days around today on which the story's cohorts meet; each weekday has its own, so that nobody is in two places. */
type Days = Readonly<Record<'evening' | 'next' | 'second' | 'third' | 'fourth', CalendarDay>>;

const MEN = {
	programmeSlug: 'caring-dads',
	givenNames: MENS_NAMES,
	startTime: clockTime('18:30'),
	notHeld: null,
	moved: null,
};
const STEADY = { comes: 0.93, fading: 0, asPlanned: 0.95, straysFrom: null, unwritten: 0, exits: [], breaks: [] };

/**
 * The cohorts of the story, placed around today: one goes well, one loses men and drifts, one
 * is over, one begins, and a pair.
 */
export function chaptersAround(today: CalendarDay): readonly Chapter[] {
	const evening = workingDayFrom(today);
	const next = workingDayFrom(plusDays(evening, 1));
	const second = workingDayFrom(plusDays(next, 1));
	const third = workingDayFrom(plusDays(second, 1));
	const days = { evening, next, second, third, fourth: workingDayFrom(plusDays(third, 1)) };
	return [goingWell, losingMen, over, beginning, fathersOfPair, mothersOfPair].map((chapter) => chapter(days));
}
/** Week 9, and it goes well. */
function goingWell({ evening }: Days): Chapter {
	return {
		...MEN,
		...STEADY,
		name: `${dayName(evening)} evening group`,
		area: 'Northfield',
		room: 0,
		coordinator: 'priya',
		team: ['sam', 'kezia'],
		plan: 9,
		onDay: evening,
		places: 14,
		joining: [13, 1, 0],
		exits: [{ afterPlan: 4, kind: 'left', reason: 'work' }],
		breaks: [{ weeksBefore: 4, label: 'School holiday' }],
	};
}

/**
 * Week 6: it is losing men, the last evening that is written up left the plan altogether, which opens a task for the
 * leads, and the newest is not written up.
 */
function losingMen({ second }: Days): Chapter {
	return {
		...MEN,
		name: `${dayName(second)} group`,
		area: 'Riverside',
		room: 0,
		coordinator: 'priya',
		team: ['tom', 'anita'],
		plan: 7,
		onDay: second,
		places: 15,
		joining: [13, 1, 1],
		comes: 0.9,
		fading: 0.11,
		asPlanned: 1,
		straysFrom: 4,
		exits: [
			{ afterPlan: 1, kind: 'left', reason: 'motivation-changed' },
			{ afterPlan: 3, kind: 'left', reason: 'work' },
			{ afterPlan: 4, kind: 'removed', reason: 'behaviour-in-sessions' },
			{ afterPlan: 5, kind: 'left', reason: 'missed-too-many' },
		],
		notHeld: { plan: 5, reason: 'Both facilitators were ill' },
		unwritten: 1,
		breaks: [],
	};
}

/** Over since six weeks. */
function over({ third }: Days): Chapter {
	return {
		...MEN,
		...STEADY,
		name: `${dayName(third)} spring group`,
		area: 'Northfield',
		room: 1,
		coordinator: 'priya',
		team: ['kezia', 'marcus'],
		plan: 17,
		onDay: plusDays(third, -42),
		places: 15,
		joining: [14, 1, 0],
		comes: 0.94,
		exits: [
			{ afterPlan: 2, kind: 'left', reason: 'moved-away' },
			{ afterPlan: 6, kind: 'left', reason: 'work' },
			{ afterPlan: 11, kind: 'left', reason: 'health' },
		],
		breaks: [{ weeksBefore: 9, label: 'School holiday' }],
	};
}

/** Begins within a week and still has places: its people are told of their first session. */
function beginning({ fourth }: Days): Chapter {
	return {
		...MEN,
		...STEADY,
		name: `${dayName(fourth)} daytime group`,
		area: 'Riverside',
		room: 1,
		coordinator: 'priya',
		team: ['anita', 'sam'],
		startTime: clockTime('10:30'),
		plan: 1,
		onDay: fourth,
		places: 15,
		joining: [12, 0, 0],
	};
}

/** The linked pair in week 4, a week late since a flood: the parent who abused … */
function fathersOfPair({ next }: Days): Chapter {
	return {
		...MEN,
		...STEADY,
		programmeSlug: 'inspiring-families-abusing',
		name: `${dayName(next)} group`,
		area: 'Riverside',
		room: 1,
		coordinator: 'priya',
		team: ['gwen', 'marcus'],
		// As it was laid out; since the move it is the plan before that falls on this day.
		plan: 5,
		moved: { plan: 2, days: 7, why: 'The hall was flooded' },
		onDay: next,
		places: 10,
		joining: [10, 0, 0],
		comes: 0.88,
		exits: [{ afterPlan: 2, kind: 'left', reason: 'motivation-changed' }],
	};
}

/** … and the other parent, on another day, at another place, with another team. */
function mothersOfPair({ third }: Days): Chapter {
	return {
		...MEN,
		...STEADY,
		programmeSlug: 'inspiring-families-non-abusing',
		name: `${dayName(third)} daytime group`,
		area: 'Eastmoor',
		room: 0,
		coordinator: 'helen',
		team: ['leila', 'nora'],
		startTime: clockTime('10:30'),
		givenNames: WOMENS_NAMES,
		plan: 4,
		onDay: third,
		places: 10,
		joining: [10, 0, 0],
		comes: 0.9,
		exits: [{ afterPlan: 3, kind: 'left', reason: 'caring' }],
	};
}

/** The day itself, or the Monday after it when it falls on a weekend. */
function workingDayFrom(day: CalendarDay): CalendarDay {
	return WEEKDAYS.indexOf(weekdayOf(day)) < 5 ? day : firstWeekdayFrom(day, 'monday');
}

function dayName(day: CalendarDay): string {
	const weekday = weekdayOf(day);
	return `${weekday[0]?.toUpperCase()}${weekday.slice(1)}`;
}
