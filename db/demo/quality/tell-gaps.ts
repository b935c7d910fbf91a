import { mayBeAccepted } from '#app/domain/gaps/acceptance.ts';
import type { GapKind } from '#app/domain/gaps/gap-kinds.ts';
import { plusDays } from '#app/domain/shared/calendar-day.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { dayOf, plusMinutes } from '#app/domain/shared/instant.ts';
import { acceptGap } from '#app/use-cases/gaps/accept-gap.ts';
import { handGap, listGapHolders } from '#app/use-cases/gaps/hand-gap.ts';
import { readGaps, type SeenGap } from '#app/use-cases/gaps/read-gaps.ts';
import { recordReferrerContact } from '#app/use-cases/people/record-referrer-contact.ts';
import { certainly, type Stage } from '../stage.ts';

/** Of these the lead accepts the oldest, and hands the next on. */
const DECIDED: readonly GapKind[] = ['core-not-delivered', 'length-short', 'log-missing', 'not-delivered-again'];

/**
 * The coordinator has spoken with the referrers of most people whose contact was due, and last week the lead accepted one gap
 * that nobody can mend and handed another on; the first contact of one man’s partner is with a worker. All others are open.
 */
export function tellGaps(stage: Stage, cohortIds: readonly CohortId[]): void {
	const { context, actor, now } = stage;
	const lead = actor('ruth');
	stage.at(plusMinutes(now, -90));
	const own = () => readGaps(context, lead).filter(({ cohort }) => cohortIds.includes(cohort.id));
	const contacts = own().filter(({ kind }) => kind === 'referrer-contacts-missing');
	const words = 'He comes to most sessions. His goal, to keep calm at handovers, stays as agreed.';
	for (const [index, { place }] of contacts.entries()) {
		if (index % 4 === 3 || !place) continue;
		const contact = { enrolmentId: place.enrolmentId, on: dayOf(plusMinutes(now, -7 * 24 * 60)), words };
		certainly(recordReferrerContact(context, lead, contact));
	}
	const [accepted, handed] = own().filter(({ kind }) => DECIDED.includes(kind) && mayBeAccepted(kind));
	const reason = 'The evening cannot be held again. It was talked through with both facilitators.';
	if (accepted) certainly(acceptGap(context, lead, { key: accepted.key, reason }));
	if (handed) hand(stage, handed, 'Please look at it together before the next session.');
	const partner = own().find(({ kind }) => kind === 'partner-contact-missing');
	if (partner) hand(stage, partner, null);
	stage.at(now);
}

/** To the first who may do it and owes no log of their own, leads aside. */
function hand({ context, actor, now }: Stage, gap: SeenGap, words: string | null): void {
	const holders = listGapHolders(context.db, gap).filter(({ roles }) => !roles.includes('lead'));
	const handed = { key: gap.key, dueOn: plusDays(dayOf(now), 5), words, version: gap.task?.version ?? 0 };
	holders.some(({ staffId }) => handGap(context, actor('ruth'), { ...handed, to: staffId }).done);
}
