import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { CoverId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { whyNotAnswered } from '#app/domain/team/cover.ts';
import type { Db } from '#db/client.ts';
import { findOwnCover, listCoversOf } from '#db/queries/team/covers.ts';
import { settleNotices } from '#db/stores/notices.ts';
import { updateCover } from '#db/stores/team/teams.ts';
import { audited } from '../audit/audited.ts';
import { notifyStaff } from '../notices/notify-staff.ts';
import { type OwnCover, readCoverAsked, type WhyNotAnswered } from './read-cover-asked.ts';

type Answer = {
	readonly coverId: CoverId;
	/** How often the time of the session had changed when the page showed it: nobody accepts a time that they did not see. */
	readonly timeVersion: number;
};

/**
 * Accepts to stand in: from then on they are on the team of the session, and whoever cannot come is off it. The first to
 * accept wins; the others who were asked are told that they are not needed.
 */
export function acceptCover(
	context: AppContext,
	actor: StaffActor,
	{ coverId, timeVersion }: Answer,
): Outcome<undefined, WhyNotAnswered | 'not-found' | 'session-begun' | 'moved-meanwhile' | 'not-available'> {
	const record = ['cover', coverId] as const;
	return audited(context, { actor, action: 'cover-accepted', record }, (tx) => {
		const cover = findOwnCover(tx, actor, coverId);
		if (!cover) return refused('not-found');
		const asked = readCoverAsked(context, tx, actor, cover);
		if (!asked.done) return asked;
		const { session, obstacles } = asked.value;
		if (session.timeVersion !== timeVersion) return refused('moved-meanwhile');
		if (obstacles.length > 0) return refused('not-available', { obstacles });
		settle(context, tx, cover, 'accepted');
		const others = listCoversOf(tx, cover.sessionId).filter(
			({ state, absentId }) => state === 'asked' && absentId === cover.absentId,
		);
		for (const other of others) {
			settle(context, tx, other, 'taken');
			notifyStaff(context, tx, [other.coveringId], { kind: 'cover-withdrawn', aboutId: other.id });
		}
		notifyStaff(context, tx, [cover.askedBy], { kind: 'cover-accepted', aboutId: coverId });
		return done();
	});
}

/** Says that one cannot stand in. Whoever asked is told; why is nobody's business here, and is not asked. */
export function declineCover(
	context: AppContext,
	actor: StaffActor,
	coverId: CoverId,
): Outcome<undefined, WhyNotAnswered | 'not-found'> {
	const record = ['cover', coverId] as const;
	return audited(context, { actor, action: 'cover-declined', record }, (tx) => {
		const cover = findOwnCover(tx, actor, coverId);
		if (!cover) return refused('not-found');
		const closed = whyNotAnswered(cover.state);
		if (closed) return refused(closed);
		settle(context, tx, cover, 'declined');
		notifyStaff(context, tx, [cover.askedBy], { kind: 'cover-declined', aboutId: coverId });
		return done();
	});
}

function settle(
	{ clock }: AppContext,
	tx: Db,
	cover: Pick<OwnCover, 'id' | 'version'>,
	state: 'accepted' | 'declined' | 'taken',
): void {
	const now = clock.now();
	updateCover(tx, cover, { state, settledAt: now });
	settleNotices(tx, ['cover-asked'], cover.id, now);
}
