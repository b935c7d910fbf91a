import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { idsToKeep } from '#app/domain/audit/entry.ts';
import type { Session, SessionTime } from '#app/domain/scheduling/session.ts';
import type { CoverId, SessionId, StaffId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { mayBeCovered } from '#app/domain/team/cover.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import { listCoversOf, listSessionTeam } from '#db/queries/team/covers.ts';
import { settleNotices } from '#db/stores/notices.ts';
import { insertCover, updateCover } from '#db/stores/team/teams.ts';
import { audited } from '../audit/audited.ts';
import { listBusy } from '../clashes/list-busy.ts';
import { countSlotRefusal, NEUTRAL, refuseAsking } from '../clashes/slot-refusals.ts';
import { notifyStaff } from '../notices/notify-staff.ts';
import { listCandidates } from './cover-candidates.ts';

export type CoverToAsk = {
	readonly sessionId: SessionId;
	/** Who cannot come. */
	readonly absentId: StaffId;
	/** Who is asked: the first to accept stands in. */
	readonly coveringIds: readonly StaffId[];
};
type Refusal =
	| 'not-found'
	| Extract<ReturnType<typeof mayBeCovered>, { done: false }>['code']
	| 'not-on-the-team'
	| 'nobody-chosen'
	| 'not-available'
	| 'asked-already';

/**
 * Asks facilitators to stand in at a session to come for one of its team. Whoever is asked has to be eligible at this
 * moment: accredited, free, and on no other side of a family here; why somebody is not, the refusal does not say (§2.10).
 */
export function askForCover(
	context: AppContext,
	actor: StaffActor,
	{ sessionId, absentId, coveringIds }: CoverToAsk,
): Outcome<undefined, Refusal> {
	const record = ['session', sessionId] as const;
	return audited(context, { actor, action: 'cover-asked', record }, (tx, tell) => {
		tell({ details: { absent: idsToKeep([absentId]), asked: idsToKeep([...coveringIds]) } });
		const day = findSessionDay(tx, actor, sessionId, 'write', 'cover');
		if (!day) return refused('not-found');
		const { session, cohort } = day;
		const may = mayBeCovered(session, context.clock.now());
		if (!may.done) return may;
		const team = listSessionTeam(tx, session);
		if (!team.some(({ staffId, duty }) => staffId === absentId && duty !== 'cover')) return refused('not-on-the-team');
		if (coveringIds.length === 0) return refused('nobody-chosen');
		const candidates = listCandidates(tx, actor, { session: session as Timed, cohort });
		for (const id of coveringIds) {
			const candidate = candidates.find((one) => one.id === id);
			if (!candidate || candidate.obstacles.length > 0)
				return refused('not-available', { name: candidate?.name ?? null });
			if (candidate.isAsked) return refused('asked-already', { name: candidate.name });
		}
		const asked = {
			sessionId,
			absentId,
			state: 'asked',
			askedBy: actor.staffId,
			askedAt: context.clock.now(),
		} as const;
		for (const coveringId of coveringIds) {
			const id = context.ids.next<CoverId>();
			insertCover(tx, { ...asked, id, coveringId });
			notifyStaff(context, tx, [coveringId], { kind: 'cover-asked', aboutId: id });
		}
		return done();
	});
}

/** What `mayBeCovered` agrees to has a time. */
type Timed = Session & { readonly time: SessionTime };

type Withdrawn = Outcome<
	undefined,
	'not-found' | 'session-begun' | 'settled-meanwhile' | 'absent-is-busy' | 'too-many-slots'
>;

/**
 * Takes a request back, or that somebody stands in, before the session begins: then whoever could not come is on its team
 * again. The one who was asked is told. Refused while whoever could not come is with another session at that time; that is
 * counted, and who is told so too often has to wait.
 */
export function withdrawCover(
	context: AppContext,
	actor: StaffActor,
	{ sessionId, coverId }: { readonly sessionId: SessionId; readonly coverId: CoverId },
): Withdrawn {
	const record = ['cover', coverId] as const;
	const outcome = audited(context, { actor, action: 'cover-withdrawn', record }, (tx): Withdrawn => {
		const now = context.clock.now();
		const day = findSessionDay(tx, actor, sessionId, 'write', 'cover');
		const cover = day && listCoversOf(tx, sessionId).find(({ id }) => id === coverId);
		if (!day || !cover) return refused('not-found');
		const may = mayBeCovered(day.session, now);
		if (!may.done && may.code === 'session-begun') return refused('session-begun');
		if (cover.state !== 'asked' && cover.state !== 'accepted') return refused('settled-meanwhile');
		const waits = cover.state === 'accepted' ? refuseAsking(context, tx, actor) : null;
		if (waits) return waits;
		const { planNumber, time } = day.session;
		const isTimed = cover.state === 'accepted' && time !== null;
		if (isTimed && listBusy(tx, actor, [{ planNumber, time }], [cover.absentId], day.cohort.id).length > 0) {
			return refused('absent-is-busy');
		}
		updateCover(tx, cover, { state: 'withdrawn', settledAt: now });
		settleNotices(tx, ['cover-asked', 'cover-accepted'], coverId, now);
		notifyStaff(context, tx, [cover.coveringId], { kind: 'cover-withdrawn', aboutId: coverId });
		return done();
	});
	// It may be a session that is not the actor’s to know of.
	if (!outcome.done && outcome.code === 'absent-is-busy') countSlotRefusal(context, actor, [NEUTRAL]);
	return outcome;
}
