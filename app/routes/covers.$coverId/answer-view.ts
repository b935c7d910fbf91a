import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { Outcome } from '#app/domain/shared/outcome.ts';
import { sentenceForObstacle } from '#app/domain/team/cover-eligibility.ts';
import { whenInWords } from '#app/ui/schedule/move-lines.ts';
import { type CoverAsked, readCoverAsked } from '#app/use-cases/team/read-cover-asked.ts';
import type { findOwnCover } from '#db/queries/team/covers.ts';

type Asked = NonNullable<ReturnType<typeof findOwnCover>>;
export type AnswerView = ReturnType<typeof readAnswerView>;

/** What whoever is asked may see of the session: where and when, and no name of anybody in the group. */
export function readAnswerView(context: AppContext, actor: StaffActor, cover: Asked) {
	const outcome = readCoverAsked(context, context.db, actor, cover);
	if (!outcome.done) return closedView(cover, outcome);
	const { session, cohort, obstacles } = outcome.value;
	return {
		coverId: cover.id,
		asked: {
			...{ absent: cover.absent, asker: cover.asker, when: whenInWords(session.time) },
			programme: context.content.programmeOf(cohort).name,
			where: cohort.venue ?? 'Online',
			timeVersion: session.timeVersion,
		},
		obstacles: obstacles.map(sentenceForObstacle),
		closed: null,
		sessionId: null,
	};
}

type Closed = Extract<Outcome<CoverAsked, keyof typeof CLOSED>, { done: false }>;

function closedView({ id, sessionId, state }: Asked, { code }: Closed) {
	const own = state === 'accepted' ? sessionId : null;
	return { coverId: id, asked: null, obstacles: [], closed: CLOSED[code], sessionId: own };
}

const CLOSED = {
	taken: 'Somebody else has accepted already. Thank you for looking: you are not needed for this session any more.',
	withdrawn: 'You are not needed for this session any more. There is nothing for you to do.',
	'accepted-already': 'You accepted: this session is yours.',
	'declined-already': 'You said that you cannot. If that has changed, speak to whoever asked you.',
	'session-begun': 'This session has begun, so the request is closed. There is nothing for you to do.',
};
