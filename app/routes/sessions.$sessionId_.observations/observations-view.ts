import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { independentVersions, MODE_NAMES } from '#app/domain/observations/observation.ts';
import { raterAgreement } from '#app/domain/observations/rater-agreement.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { formatDayAndTime, formatInstant } from '#app/ui/format.ts';
import { agreementInWords } from '#app/ui/observations/agreement-words.ts';
import { STATE_WORDS, scoredItems } from '#app/ui/observations/score-words.ts';
import { sessionName, sessionTitle } from '#app/ui/session-name.ts';
import { listSessionObservations, type SessionObservation } from '#db/queries/observations/session-observations.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import { mayOn } from '#db/queries/visible-cohorts.ts';

export type ObservationsView = NonNullable<ReturnType<typeof readObservationsView>>;

/** All that the page on a session’s observations shows; null for who may read none, and for who delivers the session. */
export function readObservationsView(context: AppContext, actor: StaffActor, sessionId: SessionId) {
	const { db } = context;
	const day = findSessionDay(db, actor, sessionId, 'read', 'observation.scores');
	const all = day && listSessionObservations(db, actor, sessionId);
	if (!day || !all) return null;
	const { session, cohort, may } = day;
	const when = session.time ? formatDayAndTime(session.time.day, session.time.startTime) : 'not booked yet';
	return {
		sessionId,
		name: sessionTitle(session),
		caption: `${cohort.name} · ${sessionName(session)} · ${when}`,
		isApart: all.isApart,
		notBegun: all.notBegun,
		observations: all.observations.map((one) => observationOf(context, one, may('write', 'observation.release'))),
		pairs: pairsOf(context, all.observations),
		mayAssign: mayOn(db, actor, 'write', 'observer', cohort.id),
	};
}

/** One observation as it stands: its newest version, and whether the reader may release it. */
function observationOf({ content }: AppContext, observation: SessionObservation, releases: boolean) {
	const { id, observer, isOwn, state, versions, formVersion, releasedVersion } = observation;
	const newest = versions.at(-1);
	const isReleasable = releases && newest?.isSubmitted === true && newest.version !== releasedVersion;
	return {
		id,
		observer: isOwn ? `${observer} (you)` : observer,
		state: STATE_WORDS[state],
		content: newest && {
			version: newest.version,
			saved: formatInstant(newest.savedAt),
			mode: MODE_NAMES[newest.mode],
			dimensions: scoredItems(content.observationForm(formVersion), [newest.scores]),
			...{ strengths: newest.strengths, nextSteps: newest.nextSteps, note: newest.note },
		},
		isReleasable,
	};
}

/**
 * Every two that were submitted by the same form, each as it stood when both were in: how far they agree, and where not.
 */
function pairsOf({ content }: AppContext, observations: readonly SessionObservation[]) {
	return observations.flatMap((first, at) =>
		observations.slice(at + 1).flatMap((second) => {
			const pair = independentVersions(first.versions, second.versions);
			if (!pair || first.formVersion !== second.formVersion) return [];
			const form = content.observationForm(first.formVersion);
			const scores = pair.map((version) => version.scores);
			const agreement = raterAgreement(form.items, scores[0]!, scores[1]!);
			const differing = scoredItems(form, scores)
				.map(({ name, rows }) => ({ name, rows: rows.filter(([, one, other]) => one !== other) }))
				.filter(({ rows }) => rows.length > 0);
			const names = { first: first.observer, second: second.observer };
			return [{ ...names, sentences: agreementInWords(agreement, names.first, names.second), differing }];
		}),
	);
}
