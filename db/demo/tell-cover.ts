import { plusDays } from '#app/domain/shared/calendar-day.ts';
import type { CohortId, SessionId } from '#app/domain/shared/ids.ts';
import { dayOf, plusMinutes } from '#app/domain/shared/instant.ts';
import { sendNotices } from '#app/use-cases/notices/send-notices.ts';
import { acceptCover } from '#app/use-cases/team/answer-cover.ts';
import { askForCover } from '#app/use-cases/team/ask-for-cover.ts';
import { recordAccreditation } from '#app/use-cases/team/keep-accreditations.ts';
import { listSessions } from '../queries/sessions.ts';
import { listCoversOf } from '../queries/team/covers.ts';
import { certainly, type Stage } from './stage.ts';

const ACCREDITED = {
	'caring-dads': ['sam', 'kezia', 'tom', 'anita', 'gwen', 'marcus'],
	'inspiring-families-abusing': ['gwen', 'marcus', 'sam'],
	'inspiring-families-non-abusing': ['leila', 'nora'],
} as const;

/** For what everybody is accredited: all for another year, so that nobody has to be told. */
export function tellAccreditations(stage: Stage): void {
	const today = dayOf(stage.now);
	const days = { accreditedOn: plusDays(today, -400), expiresOn: plusDays(today, 365) };
	for (const [programmeSlug, keys] of Object.entries(ACCREDITED)) {
		for (const key of keys) {
			const { staffId } = stage.actor(key);
			certainly(recordAccreditation(stage.context, stage.actor('ruth'), { staffId, programmeSlug, ...days }));
		}
	}
}

/**
 * Anita Sood cannot come to the next session of the group that she works with Tom Ferris: Marcus Bell was asked yesterday
 * and stands in. Tom cannot come to the one after it: Gwen Pritchard and Marcus are asked, and neither has answered.
 */
export async function tellCover(stage: Stage, cohortId: CohortId): Promise<void> {
	const { context, now } = stage;
	const priya = stage.actor('priya');
	const ahead = listSessions(context.db, priya, [cohortId]).filter(
		({ time, state }) => state === 'scheduled' && time !== null && time.startsAt > now,
	);
	const [next, later] = ahead as [(typeof ahead)[number], (typeof ahead)[number]];
	stage.at(plusMinutes(now, -25 * 60));
	ask(stage, next.id, 'anita', ['marcus']);
	await sendNotices(context);
	stage.at(plusMinutes(now, -22 * 60));
	const [{ id: coverId }] = listCoversOf(context.db, next.id) as [ReturnType<typeof listCoversOf>[number]];
	certainly(acceptCover(context, stage.actor('marcus'), { coverId, timeVersion: next.timeVersion }));
	ask(stage, later.id, 'tom', ['gwen', 'marcus']);
	await sendNotices(context);
	stage.at(now);
}

function ask(stage: Stage, sessionId: SessionId, absent: string, people: readonly string[]): void {
	const coveringIds = people.map((key) => stage.actor(key).staffId);
	const wanted = { sessionId, absentId: stage.actor(absent).staffId, coveringIds };
	certainly(askForCover(stage.context, stage.actor('priya'), wanted));
}
