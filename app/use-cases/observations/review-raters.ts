import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { independentVersions } from '#app/domain/observations/observation.ts';
import { ratersOverSessions } from '#app/domain/observations/raters-over-sessions.ts';
import type { Programme } from '#app/domain/programmes/programme.ts';
import { listProgrammeObservations } from '#db/queries/observations/programme-observations.ts';

type Observed = ReturnType<typeof listProgrammeObservations>[number];

/**
 * The sessions of a programme that two raters scored, each alone, and how far raters agree over all of them. Of a session
 * with more than two raters the two who submitted first count; two by different forms cannot be compared. In two reads
 * (§7.3).
 */
export function reviewRaters({ db, content }: AppContext, actor: StaffActor, programme: Programme) {
	const observed = listProgrammeObservations(db, actor, programme);
	const rated = observed.flatMap((one) => {
		const pair = pairOf(one);
		if (!pair) return [];
		const form = content.observationForm(pair.formVersion);
		return [{ session: one.session, cohort: one.cohort, form, scores: pair.scores }];
	});
	return {
		observed: observed.length,
		sessions: rated.map((one) => ({ ...one, agreement: ratersOverSessions([one]) })),
		agreement: ratersOverSessions(rated),
	};
}

/** The two who submitted first, ties by their ids, each as it stood when both were in; null unless both used one form. */
function pairOf({ observations }: Observed) {
	const orderOf = ({ submittedAt, observerId }: Observed['observations'][number]) => `${submittedAt} ${observerId}`;
	const [first, second] = observations.toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
	const pair = first && second && independentVersions(first.versions, second.versions);
	if (!pair || first.formVersion !== second.formVersion) return null;
	return { formVersion: first.formVersion, scores: [pair[0].scores, pair[1].scores] as const };
}
