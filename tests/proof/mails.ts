import { OPERATOR } from '#app/domain/access/actor.ts';
import { plusMinutes } from '#app/domain/shared/instant.ts';
import { planAndSend } from '#app/jobs/plan-and-send.ts';
import { keepCohortStates } from '#app/use-cases/cohorts/keep-cohort-states.ts';
import type { Answer } from './built-app.ts';
import type { Told } from './crawl.ts';
import { HIS_NAME, type World } from './worlds.ts';

/** Long enough for the reminders of his next session and of hers. */
const DAYS = 8;
const EVERY_HOURS = 6;

/**
 * Every mail that leaves to the perpetrator side, to him and to his facilitator, in the days to come, and when, as the
 * clock’s own work sends them. A mail’s own number is left out: it is one of all messages’ in turn.
 */
export async function mailsToHim({ context, staff }: World): Promise<Told> {
	const isHisSide = (to: string) =>
		to.startsWith(HIS_NAME.toLowerCase()) || to === `${staff.facilitator.staffId}@example.org`;
	const told = new Map<string, Answer>();
	const start = context.clock.now();
	for (let hour = 0; hour < DAYS * 24; hour += EVERY_HOURS) {
		const now = plusMinutes(start, hour * 60);
		context.setNow(now);
		keepCohortStates(context, OPERATOR);
		const before = context.kept.length;
		await planAndSend(context);
		const left = context.kept.slice(before).filter(({ to }) => isHisSide(to));
		for (const { messageId: _its, ...mail } of left) {
			told.set(`mail ${told.size + 1}`, { status: 0, headers: now, body: JSON.stringify(mail) });
		}
	}
	return told;
}
