import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { type CoverState, isOpenCover, mayBeCovered } from '#app/domain/team/cover.ts';
import { sentenceForObstacle } from '#app/domain/team/cover-eligibility.ts';
import { formatInstant } from '#app/ui/format.ts';
import { whenInWords } from '#app/ui/schedule/move-lines.ts';
import { sessionName } from '#app/ui/session-name.ts';
import { listCandidates } from '#app/use-cases/team/cover-candidates.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import { listCoversOf, listSessionTeam } from '#db/queries/team/covers.ts';

export type CoverView = NonNullable<ReturnType<typeof readCoverView>>;

/** Who stands in or is asked to, and who else might be; null when the actor may not arrange cover for the session. */
export function readCoverView({ db, clock }: AppContext, actor: StaffActor, sessionId: SessionId) {
	const day = findSessionDay(db, actor, sessionId, 'write', 'cover');
	if (!day) return null;
	const { session, cohort } = day;
	const may = mayBeCovered(session, clock.now());
	const { time } = session;
	const candidates = may.done && time ? listCandidates(db, actor, { session: { ...session, time }, cohort }) : [];
	return {
		sessionId,
		caption: `${cohort.name} · ${sessionName(session)} · ${whenInWords(time)}`,
		whyNot: may.done ? null : WHY_NOT[may.code],
		covers: listCoversOf(db, sessionId).map(({ id, absent, covering, state, askedAt, settledAt }) => ({
			...{ id, absent, covering, state, stateInWords: STATE_WORDS[state] },
			when: formatInstant(settledAt ?? askedAt),
			mayTakeBack: may.done && isOpenCover({ state }),
		})),
		team: listSessionTeam(db, session).filter(({ duty }) => duty !== 'cover'),
		possible: candidates.filter(({ isAsked, obstacles }) => !isAsked && obstacles.length === 0),
		others: candidates
			.filter(({ obstacles }) => obstacles.length > 0)
			.map(({ id, name, obstacles }) => ({ id, name, why: obstacles.map(sentenceForObstacle).join('; ') })),
	};
}

const WHY_NOT = {
	'session-begun': 'This session has begun. Cover can be arranged only before it does.',
	'session-cancelled': 'This session does not go ahead, so nobody has to stand in.',
	'not-booked': 'This session has no date yet. Book it first, then ask for cover.',
};

const STATE_WORDS: Readonly<Record<CoverState, string>> = {
	asked: 'Waits for an answer',
	accepted: 'Stands in',
	declined: 'Cannot',
	taken: 'Not needed: somebody else accepted',
	withdrawn: 'Taken back',
	overwritten: 'Ended by a change of team',
};
