import { z } from 'zod';
import { type BankHoliday, NATIONS, type Nation } from '#app/domain/scheduling/meeting-pattern.ts';
import { type CalendarDay, parseCalendarDay, weekdayOf } from '#app/domain/shared/calendar-day.ts';
import type { Reading } from './content-faults.ts';
import { filesIn } from './folders.ts';
import { type ReadFile, readYaml } from './read-document.ts';

/** The bank holidays of one nation as content: where the database's own, editable list begins. */
export type BankHolidays = {
	readonly checkedOn: CalendarDay;
	/** Where the days come from, and what to check again, for the page that shows them. */
	readonly source: string;
	/** In order; a substitute stands for a holiday that falls on a weekend. */
	readonly days: readonly (BankHoliday & { readonly substitute: boolean })[];
};

const day = z
	.string()
	.transform((text) => parseCalendarDay(text))
	.refine((parsed) => parsed !== null, 'must be a day such as 2026-01-13')
	.transform((parsed) => parsed as CalendarDay);

const closureSchema = z.strictObject({
	nation: z.enum(NATIONS),
	checked_on: day,
	source: z.string().trim().min(1),
	days: z.array(z.strictObject({ date: day, title: z.string().trim().min(1), substitute: z.boolean().default(false) })),
});

/** Reads `<nation>.yaml` for each nation; every one has to be there, and its days are on weekdays and in order. */
export function readClosures(reading: Reading): Readonly<Record<Nation, BankHolidays>> {
	filesIn(reading, new RegExp(`^(${NATIONS.join('|')})\\.yaml$`), NATIONS.map((nation) => `${nation}.yaml`).join(', '));
	return Object.fromEntries(NATIONS.map((nation) => [nation, readNation(reading, nation)])) as never;
}

function readNation(reading: Reading, nation: Nation): BankHolidays | null {
	const file = readYaml(reading, `${nation}.yaml`, closureSchema);
	if (!file) return null;
	const { days, checked_on: checkedOn, source } = file.value;
	if (file.value.nation !== nation) {
		file.find(['nation'], `The file is ${nation}.yaml and its nation ${file.value.nation}: agree them.`);
	}
	checkDays(file);
	return { checkedOn, source, days };
}

function checkDays({ value: { days }, find }: ReadFile<z.output<typeof closureSchema>>): void {
	days.forEach(({ date }, at) => {
		const before = days[at - 1]?.date;
		const weekday = weekdayOf(date);
		if (before && before >= date) find(['days', at, 'date'], `${date} follows ${before}: put the days in order.`);
		if (weekday !== 'saturday' && weekday !== 'sunday') return;
		find(['days', at, 'date'], `${date} is in a weekend: enter the weekday that stands for it.`);
	});
}
