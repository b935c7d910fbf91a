import type { StaffActor } from '#app/domain/access/actor.ts';
import { teamOf } from '#app/domain/scheduling/clashing/cohort-plan.ts';
import {
	isBlocking,
	isNeutral,
	type ShownClash,
	sentenceForClash,
	shownClashes,
} from '#app/domain/scheduling/shown-clashes.ts';
import { clashesInWeek, weekOf } from '#app/domain/scheduling/week.ts';
import { type CalendarDay, plusDays } from '#app/domain/shared/calendar-day.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { formatDay, formatShortDay, formatTimeSpan } from '#app/ui/format.ts';
import { sessionName } from '#app/ui/session-name.ts';
import { wantedBy } from '#app/use-cases/clashes/clash-finder.ts';
import { readerOfClashes } from '#app/use-cases/clashes/reader-of-clashes.ts';
import { listWeek, type WeekCohort } from '#db/queries/planning/week.ts';
import type { WeekBy, WeekQuestion } from './question.ts';

export type WeekView = ReturnType<typeof readWeek>;
export type WeekEntry = ReturnType<typeof entryOf>;
export type WeekRow = { readonly label: string; readonly note: string | null; readonly days: readonly WeekEntry[][] };

type WeekSession = WeekCohort['sessions'][number];
type Shown = { readonly cohort: WeekCohort; readonly session: WeekSession };
/** A row of the week: `of` is the venue, facilitator or area that it belongs to. */
type Line = { readonly of: string; readonly name: string; readonly label: string; readonly note: string | null };

const BY_LABELS: Readonly<Record<WeekBy, string>> = { venue: 'Venues', facilitator: 'Facilitators', area: 'Areas' };
const WEEK_BY = Object.keys(BY_LABELS) as WeekBy[];
const ONLINE = 'online';

/** The week as the reader may see it, in words: rows with seven days each, and what clashes. */
export function readWeek({ db, clock, config, content }: RequestContext, actor: StaffActor, question: WeekQuestion) {
	const today = dayOf(clock.now());
	const { by, of, day } = question;
	const week = weekOf(day);
	const [from, to] = [week[0]!, week[6]!];
	const reader = readerOfClashes(actor);
	const { cohorts, apart } = listWeek(db, actor, { from, to, seesFamilies: reader.seesFamilies });
	const kept = { ...apart, bufferMinutes: config.familyBufferMinutes };
	const found = clashesInWeek(withWanted(content, cohorts), week, kept);
	const names = new Map(cohorts.map(({ cohortId, name }) => [cohortId, name]));
	const entries = cohorts.flatMap((cohort) => {
		const clashes = shownClashes(found.get(cohort.cohortId)!, (id) => names.get(id) ?? null, reader);
		return cohort.sessions.flatMap((session) => {
			if (session.time === null || !week.includes(session.time.day)) return [];
			const own = clashes.filter((clash) => clash.planNumber === session.planNumber && !isNeutral(clash));
			return [{ cohort, session, day: session.time.day, entry: entryOf(cohort, session, own) }];
		});
	});
	const lines = entries.flatMap((one) => linesOf(one, by).map((line) => ({ ...one, line })));
	const shown = lines.filter(({ line }) => of === null || line.of === of);
	const clashing = new Map(shown.filter(({ entry }) => entry.isClashing).map(({ entry }) => [entry.id, entry]));
	const address = (change: Partial<WeekQuestion>) => {
		const asked = { by, of, day: from, ...change };
		return paths.week({ by: asked.by, of: asked.of, from: asked.day });
	};
	return {
		title: `${formatDay(from)} to ${formatDay(to)}`,
		tabs: WEEK_BY.map((each) => ({ ...tabOf(each, by), href: address({ by: each, of: null }) })),
		by,
		of,
		choices: choicesOf(lines, of).map(({ value, ...chip }) => ({ ...chip, href: address({ of: value }) })),
		days: week.map((each) => headOf(each, today)),
		rows: rowsOf(shown, week),
		clashing: clashing.size,
		previous: address({ day: plusDays(from, -7) }),
		next: address({ day: plusDays(from, 7) }),
		thisWeek: week.includes(today) ? null : address({ day: today }),
	};
}

/** With what the programme of each asks of a team. */
function withWanted(content: RequestContext['content'], cohorts: readonly WeekCohort[]) {
	return cohorts.map((cohort) => ({ ...cohort, wanted: wantedBy(content.programmeOf(cohort.programme).thresholds) }));
}

function tabOf(each: WeekBy, by: WeekBy) {
	return { text: BY_LABELS[each], current: each === by };
}

function headOf(day: CalendarDay, today: CalendarDay) {
	return { text: `${formatDay(day).slice(0, 3)} ${formatShortDay(day)}`, isToday: day === today };
}

function entryOf(cohort: WeekCohort, session: WeekSession, clashes: readonly ShownClash[]) {
	const nameOf = (clash: ShownClash) => ('staffId' in clash ? cohort.names.get(clash.staffId)! : '');
	return {
		id: session.id,
		href: paths.cohort(cohort.cohortId),
		name: cohort.name,
		sessionName: sessionName(session),
		times: formatTimeSpan(session.time!.startTime, session.time!.lengthMinutes),
		where: [cohort.venue ?? 'Online', cohort.venue ? cohort.room : cohort.onlineRoom].filter(Boolean).join(', '),
		team: teamOf(cohort, session)
			.map((staffId) => cohort.names.get(staffId)!)
			.join(', '),
		isDraft: cohort.isDraft,
		isClashing: clashes.some(isBlocking),
		clashes: clashes
			.map((clash) => ({ isBlocking: isBlocking(clash), sentence: sentenceForClash(clash, nameOf(clash)) }))
			.toSorted((one, other) => Number(other.isBlocking) - Number(one.isBlocking)),
	};
}

/** In which rows a session stands: that of its room, those of who delivers it, that of its cohort’s area. */
function linesOf({ cohort, session }: Shown, by: WeekBy): readonly Line[] {
	if (by === 'area') return [{ of: cohort.areaId, name: cohort.area, label: cohort.area, note: null }];
	if (by === 'facilitator') {
		return teamOf(cohort, session).map((staffId) => {
			const name = cohort.names.get(staffId)!;
			return { of: staffId, name, label: name, note: null };
		});
	}
	if (cohort.venue === null) return [{ of: ONLINE, name: 'Online', label: 'Online', note: cohort.onlineRoom }];
	const note = cohort.room ?? 'No particular room';
	return [{ of: cohort.venueId!, name: cohort.venue, label: cohort.venue, note }];
}

type InLine = { readonly line: Line; readonly day: string; readonly entry: WeekEntry };

function rowsOf(shown: readonly InLine[], week: readonly string[]): readonly WeekRow[] {
	const rows = Map.groupBy(shown, ({ line: { of, note } }) => `${of} ${note}`);
	return [...rows.values()]
		.map((inRow) => ({
			label: inRow[0]!.line.label,
			note: inRow[0]!.line.note,
			days: week.map((day) => inRow.filter((one) => one.day === day).map(({ entry }) => entry)),
		}))
		.toSorted((one, other) => compare(`${one.label} ${one.note}`, `${other.label} ${other.note}`));
}

/** Whom or what the week can be narrowed to, and how many sessions each has. */
function choicesOf(lines: readonly InLine[], of: string | null) {
	const things = [...Map.groupBy(lines, ({ line }) => line.of)]
		.filter(([value]) => value !== ONLINE)
		.map(([value, own]) => ({ value, label: own[0]!.line.name, count: own.length }))
		.toSorted((one, other) => compare(one.label, other.label));
	const all = new Set(lines.map(({ entry }) => entry.id)).size;
	if (things.length < 2 && of === null) return [];
	const chips: { readonly value: string | null; readonly label: string; readonly count: number }[] = [
		{ value: null, label: 'All', count: all },
		...things,
	];
	return chips.map((chip) => ({ ...chip, current: chip.value === of }));
}

function compare(one: string, other: string): number {
	return one.localeCompare(other, 'en-GB');
}
