import type { StaffActor } from '#app/domain/access/actor.ts';
import { mayCorrect } from '#app/domain/attendance/correction.ts';
import { asksAnything, countTakingPartAnswers, isAnswered, isAskedOf } from '#app/domain/attendance/taking-part.ts';
import type { Asks } from '#app/domain/programmes/asks.ts';
import { hasStarted } from '#app/domain/scheduling/session.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { formatDayAndTime, formatInstant } from '#app/ui/format.ts';
import { sessionName, sessionTitle } from '#app/ui/session-name.ts';
import { listTakingPart, listTakingPartHistory, type TakingPartRow } from '#db/queries/attendance/taking-part.ts';
import { findSessionDay, type SessionDay } from '#db/queries/session-day.ts';
import { answerInWords } from './sentences.ts';

export type TakingPartView = NonNullable<ReturnType<typeof readTakingPartView>>;
export type TakingPartRowView = TakingPartView['rows'][number];

/** Who attended the session and how they took part, as far as the programme asks; null when it is not the actor’s. */
export function readTakingPartView(context: RequestContext, actor: StaffActor, sessionId: SessionId) {
	const { db, clock, content } = context;
	const day = findSessionDay(db, actor, sessionId, 'read', 'taking-part');
	if (!day) return null;
	const { asks } = content.programmeOf(day.cohort);
	const all = listTakingPart(db, actor, sessionId);
	const attended = all.filter(({ mark }) => isAskedOf(mark));
	showsPeople(
		context,
		attended.map(({ personId }) => personId),
	);
	const leave = mayCorrect({ facilitates: day.delivers, oversees: day.arranges }, day.session, clock.now());
	return {
		sessionId,
		asks,
		name: sessionTitle(day.session),
		caption: captionOf(day),
		whyClosed: asksAnything(asks)
			? whyClosed(day, hasStarted(day.session, clock.now()))
			: 'This programme does not ask how people took part.',
		mayWrite: day.may('write', 'taking-part'),
		registerHref: day.may('write', 'register') ? `${paths.register(sessionId)}#register` : null,
		notRecorded: all.filter(({ mark }) => mark === null).length,
		asksForCorrectionReason: leave === 'needs-reason' && attended.some(({ version }) => version > 0),
		count: countTakingPartAnswers(all, asks),
		rows: attended.map(({ enrolmentId, name, engagement, homework, version }) => ({
			...{ key: enrolmentId, name, engagement, homework, version },
			isFixed: leave === 'not-any-more',
			isComplete: isAnswered({ engagement, homework }, asks),
		})),
		history: historyOf(attended, listTakingPartHistory(db, actor, sessionId), asks),
	};
}

/** What people’s answers said before, for whom they changed. */
function historyOf(
	rows: readonly Pick<TakingPartRow, 'enrolmentId' | 'name'>[],
	entries: ReturnType<typeof listTakingPartHistory>,
	asks: Asks,
) {
	const versions = Map.groupBy(entries, ({ enrolmentId }) => enrolmentId);
	const changed = rows.filter(({ enrolmentId }) => (versions.get(enrolmentId)?.length ?? 0) > 1);
	return changed.flatMap(({ enrolmentId, name }) =>
		versions.get(enrolmentId)!.map((one) => ({
			name,
			answer: answerInWords(one, asks),
			saved: [formatInstant(one.at), one.by].filter(Boolean).join(', '),
			why: one.correctionReason ?? '',
		})),
	);
}

function captionOf({ cohort, session }: SessionDay): string {
	const when = session.time ? ` · ${formatDayAndTime(session.time.day, session.time.startTime)}` : '';
	return `${cohort.name} · ${sessionName(session)}${when}`;
}

function whyClosed({ session }: SessionDay, isStarted: boolean): string | null {
	if (session.state === 'cancelled') return 'This session did not go ahead: there is nothing to say.';
	return isStarted ? null : 'This opens when the session starts.';
}
