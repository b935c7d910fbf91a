import { loadContent } from '#app/content/load-content.ts';
import { layOutSessions, type PlanToLayOut } from '#app/domain/scheduling/lay-out-sessions.ts';
import { type Closure, NATIONS, type Nation, parseNation, type Slot } from '#app/domain/scheduling/meeting-pattern.ts';
import { plainPlans } from '#app/domain/scheduling/plain-plans.ts';
import { refusedSchedule, type ScheduleDocument, scheduleDocument } from '#app/domain/scheduling/schedule-document.ts';
import { type CalendarDay, parseCalendarDay, WEEKDAYS } from '#app/domain/shared/calendar-day.ts';
import { parseClockTime } from '#app/domain/shared/clock-time.ts';
import { done, type Outcome, type Refused } from '#app/domain/shared/outcome.ts';
import { type Command, EXIT, WrongUse } from './command.ts';
import { findProgramme } from './find-programme.ts';
import { readOptions } from './read-options.ts';

const help = `plumbline schedule --programme caring-dads[@VERSION][/VARIANT] --nation england-and-wales|scotland|northern-ireland
  --from 2026-01-13 --slot tuesday@18:30 [--slot thursday@10:00] [--minutes 120] [--sessions N]
  [--skip 2026-02-16..2026-02-20[=February half term]]… [--on-bank-holidays] [--json]

Lays out the sessions of a programme over the calendar. --sessions N instead of --programme lays out N plain group
sessions. Needs no database and writes nothing. Bank holidays are those of content/closures.`;

const OPTIONS = {
	programme: { type: 'string' },
	nation: { type: 'string' },
	from: { type: 'string' },
	slot: { type: 'string', multiple: true },
	minutes: { type: 'string' },
	sessions: { type: 'string' },
	skip: { type: 'string', multiple: true },
	'on-bank-holidays': { type: 'boolean' },
	json: { type: 'boolean' },
} as const;

export const schedule: Command = {
	name: 'schedule',
	summary: 'Lay out sessions over the calendar',
	help,
	run(args, io) {
		const { options, words } = readOptions(args, OPTIONS);
		if (words.length > 0) throw new WrongUse(`“${words[0]}” is not part of this command.`);
		const content = loadContent();
		const nation = readNation(options.nation);
		const minutes = readNumber('--minutes', options.minutes);
		const plans = readPlans(options, minutes, content);
		const laidOut = plans.done
			? layOutSessions({
					plans: plans.value,
					slots: readSlots(options.slot),
					earliestStart: readDay('--from', options.from),
					lengthMinutes: minutes,
					bankHolidays: content.bankHolidays[nation].days,
					runsOnBankHoliday: options['on-bank-holidays'] ?? false,
					closures: (options.skip ?? []).map(readSkip),
					skippedWeeks: [],
				})
			: plans;
		if (!laidOut.done) return refuse(laidOut, options.json ?? false, io);
		const document = scheduleDocument(laidOut.value);
		io.out(options.json ? JSON.stringify(document, null, 1) : asTable(document));
		return EXIT.done;
	},
};

function refuse(refusal: Refused, json: boolean, io: Parameters<Command['run']>[1]) {
	const document = refusedSchedule(refusal);
	if (json) io.out(JSON.stringify(document, null, 1));
	else io.err(document.refused.message);
	return EXIT.refused;
}

type Content = ReturnType<typeof loadContent>;

function readPlans(
	{ programme, sessions }: { programme?: string | undefined; sessions?: string | undefined },
	minutes: number | null,
	content: Content,
): Outcome<readonly PlanToLayOut[]> {
	if ((programme === undefined) === (sessions === undefined)) {
		throw new WrongUse('Give either --programme or --sessions, and not both.');
	}
	if (programme === undefined) return plainPlans(readNumber('--sessions', sessions) ?? 0, minutes ?? 120);
	return done(findProgramme(programme, content.programmes).plans);
}

function readNation(text: string | undefined): Nation {
	const nation = parseNation(text ?? '');
	if (!nation) throw new WrongUse(`Give --nation as one of ${NATIONS.join(', ')}.`);
	return nation;
}

function readDay(option: string, text: string | undefined): CalendarDay {
	const day = parseCalendarDay(text ?? '');
	if (!day)
		throw new WrongUse(`Give ${option} a day that exists, such as 2026-01-13${text ? `; “${text}” is none` : ''}.`);
	return day;
}

function readSlots(texts: readonly string[] | undefined): readonly Slot[] {
	if (!texts || texts.length === 0) throw new WrongUse('Give at least one --slot, such as tuesday@18:30.');
	return texts.map(readSlot);
}

function readSlot(text: string): Slot {
	const [name, at] = text.split('@');
	const weekday = WEEKDAYS.find((known) => known === name?.toLowerCase());
	const startTime = parseClockTime(at ?? '');
	if (!weekday || !startTime)
		throw new WrongUse(`Give --slot as a weekday and a time, such as tuesday@18:30, not “${text}”.`);
	return { weekday, startTime };
}

function readSkip(text: string): Closure {
	const [, from, to, label] = /^([^.=]+)(?:\.\.([^=]+))?(?:=(.*))?$/.exec(text) ?? [];
	const first = readDay('--skip', from);
	return { from: first, to: to ? readDay('--skip', to) : first, label: label?.trim() || 'Skipped' };
}

function readNumber(option: string, text: string | undefined): number | null {
	if (text === undefined) return null;
	if (!/^-?\d{1,6}$/.test(text)) throw new WrongUse(`Give ${option} a whole number, not “${text}”.`);
	return Number(text);
}

function asTable({ sessions, skipped, lastDate }: ScheduleDocument): string {
	const rows = sessions.map(({ number, kind, date, weekday, startLocal }) =>
		date
			? `${String(number).padStart(3)}  ${date}  ${weekday?.padEnd(9)}  ${startLocal}`
			: `${String(number).padStart(3)}  ${kind}: various times`,
	);
	const skips = skipped.map(
		({ date, reasons }) => `     ${date}  skipped: ${reasons.map(({ label }) => label).join(', ')}`,
	);
	return [...rows, ...skips, `Last session: ${lastDate ?? 'not dated'}`].join('\n');
}
