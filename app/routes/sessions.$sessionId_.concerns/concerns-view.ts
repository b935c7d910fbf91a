import type { StaffActor } from '#app/domain/access/actor.ts';
import { standingOfConcern } from '#app/domain/attendance/concern.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { formatInstant } from '#app/ui/format.ts';
import { sessionName, sessionTitle } from '#app/ui/session-name.ts';
import { type ConcernRow, listConcerns } from '#db/queries/attendance/concerns.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import { listReferrersOfPlaces, type ReferrerRow } from '#db/queries/tasks/referrers.ts';

export type ConcernsPageView = NonNullable<ReturnType<typeof readConcernsView>>;
export type ConcernView = ConcernsPageView['own'][number];

/**
 * The concerns of a session that the actor may read: those that they raised, to add to, and the
 * others’; null when it is not theirs.
 */
export function readConcernsView(context: RequestContext, actor: StaffActor, sessionId: SessionId) {
	const day = findSessionDay(context.db, actor, sessionId, 'read', 'concern');
	if (!day) return null;
	const concerns = listConcerns(context.db, actor, sessionId);
	showsPeople(
		context,
		concerns.map(({ personId }) => personId),
	);
	const isOwn = ({ raisedBy }: ConcernRow) => raisedBy === actor.staffId;
	// Only who raised a concern is asked whether the referrer is to be told.
	const asked = concerns.filter(isOwn).map(({ enrolmentId }) => enrolmentId);
	const referrers = listReferrersOfPlaces(context.db, actor, asked);
	const shown = concerns.map((concern) => concernView(concern, isOwn(concern), referrers.get(concern.enrolmentId)));
	return {
		sessionId,
		name: sessionTitle(day.session),
		caption: `${day.cohort.name} · ${sessionName(day.session)}`,
		registerHref: day.may('write', 'register') ? `${paths.register(sessionId)}#register` : null,
		own: shown.filter((one) => one.isOwn),
		others: shown.filter((one) => !one.isOwn),
	};
}

function concernView(concern: ConcernRow, isOwn: boolean, referrer: ReferrerRow | undefined) {
	const { isDescribed, tellReferrer } = standingOfConcern(concern.history);
	return {
		id: concern.id,
		isOwn,
		person: concern.name,
		raised: `${concern.raisedByName} raised it, ${formatInstant(concern.raisedAt)}`,
		lines: concern.history.length,
		isDescribed,
		tellReferrer,
		isSettled: concern.taskState !== 'open',
		history: concern.history.map(({ words, hasWords, tellReferrer: tells, at, by }) => ({
			when: `${formatInstant(at)}, ${by}`,
			words: words ?? (hasWords ? 'Kept from you: who this is about is restricted' : null),
			referrer: tells === null ? null : tells ? 'The referrer is to be told as well' : 'The referrer is not to be told',
		})),
		referrer: isOwn ? referrerInWords(referrer) : null,
	};
}

/** Whether there is somebody to tell, for who may know of the referrer. */
function referrerInWords(referrer: ReferrerRow | undefined): string | null {
	if (!referrer) return null;
	return referrer.name === null
		? 'No referrer is recorded for this person yet: the lead sees that you asked.'
		: `The referrer is ${[referrer.name, referrer.agency].filter(Boolean).join(', ')}.`;
}
