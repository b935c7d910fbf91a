import { z } from 'zod';
import { SIDES_WITH_DAYS, type VenueDays } from '#app/domain/scheduling/venue-days.ts';
import { WEEKDAYS } from '#app/domain/shared/calendar-day.ts';
import { optionalText, shownVersion } from '#app/http/form-fields.ts';

const side = z.enum(['', ...SIDES_WITH_DAYS], 'Choose a side from the list').default('');

/** One side, or neither, for each weekday; and the stop or station. */
export const venueDaysForm = z
	.object({
		...Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, side])),
		travelPoint: optionalText(60),
		accept: z.enum(['', 'yes'], 'Choose only what the page offers').default(''),
		version: shownVersion(),
	})
	.transform(({ travelPoint, accept, version, ...sides }) => ({
		days: sides as VenueDays,
		travelPoint,
		accepted: accept === 'yes',
		version,
	}));
