import type { StaffActor } from '#app/domain/access/actor.ts';
import { type FidelityBand, fidelityBand } from '#app/domain/fidelity/adherence.ts';
import type { Figure } from '#app/domain/fidelity/dimensions.ts';
import type { Drift } from '#app/domain/fidelity/drift.ts';
import type { Thresholds } from '#app/domain/programmes/programme.ts';
import { programmeLabel } from '#app/domain/programmes/variant.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import type { Share } from '#app/domain/statistics/percentages.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { bandsInWords } from '#app/ui/fidelity/bands-in-words.ts';
import { formatCount, formatPercent } from '#app/ui/format.ts';
import { DIMENSION_NAMES } from '#app/ui/observations/dimensions.ts';
import { planTitle } from '#app/ui/session-name.ts';
import { reviewChanges } from '#app/use-cases/fidelity/review-changes.ts';
import { type FidelityReview, reviewFidelity } from '#app/use-cases/fidelity/review-fidelity.ts';
import { readableFeedback } from '#db/queries/observations/cohort-observations.ts';
import { mayOn } from '#db/queries/visible-cohorts.ts';
import { apartView, observedMeasure } from './apart-view.ts';
import { driftView } from './drift-view.ts';
import { explainedView } from './explained-view.ts';

export type FidelityView = NonNullable<ReturnType<typeof readFidelityView>>;
export type MeasureView = FidelityView['dimensions'][number]['measures'][number];
export type SessionView = FidelityView['sessions'][number];

/** All that the page on a cohort’s fidelity shows; null when it is not the actor’s to read. */
export function readFidelityView(context: RequestContext, actor: StaffActor, cohortId: CohortId, by: Drift['by']) {
	const review = reviewFidelity(context, actor, cohortId, by);
	if (!review) return null;
	const { record, programme, hasOwnBands } = review;
	return {
		name: record.cohort.name,
		caption: programmeLabel(programme),
		cohortHref: paths.cohort(cohortId),
		receivedHref: record.may.readRegisters ? paths.received(cohortId) : null,
		bands: `${bandsInWords(programme.thresholds.fidelityBands)} ${hasOwnBands ? 'The service set these limits.' : `Version ${programme.version} of the programme says so.`}`,
		keptBack: record.sessions
			.filter(({ id }) => record.keptBack.includes(id))
			.map(({ planNumber, id }) => ({ planNumber, href: paths.deliveryLog(id) })),
		dimensions: dimensionsOf(review),
		sessions: sessionsOf(review),
		apart: apartView(review.observed, readableFeedback(context.db, actor, cohortId)),
		planHref: mayOn(context.db, actor, 'write', 'observation-plan', cohortId) ? paths.observationPlan(cohortId) : null,
		explained: explainedView(reviewChanges(context, actor, record), record, programme),
		drift: driftView(review.drift, cohortId, record.sessions),
	};
}

/** Where the sessions of the term stand on this page, each with the way to its activities. */
const BY_SESSION = '#sessions-heading';

function dimensionsOf({ record, adherence, dose, responsiveness, observed, programme }: FidelityReview) {
	const bands = programme.thresholds.fidelityBands;
	const activities = (name: string, figure: Figure) => measure(name, figure, bands, 'activity', BY_SESSION);
	const sessions = (name: string, figure: Figure) => measure(name, figure, bands, 'session', BY_SESSION);
	const { may, cohort } = record;
	const [coverage, received] = may.readRegisters
		? [paths.retention(cohort.id), paths.received(cohort.id)]
		: [null, null];
	return [
		{
			name: 'Adherence',
			source: 'From the facilitators’ own logs. Activities without a rating are missing, never “not delivered”.',
			measures: [
				activities('Core activities delivered', adherence.core),
				activities('Adaptable activities delivered', adherence.adaptable),
				activities('All activities delivered', adherence.delivered),
				activities('Delivered as intended, without a change', adherence.asIntended),
			],
		},
		{
			name: 'Dose',
			source: 'From the logs, the schedule and the registers. The parts are never added together.',
			measures: [
				activities('Minutes of activities, of those planned', dose.minutes),
				sessions('Sessions held, of those due', dose.sessions),
				sessions('Held in the week they were planned for', dose.cadence),
				measure('People who started, of those with a place', dose.coverage, null, 'person', coverage),
				measure('Sessions attended, of those held', dose.received, null, 'mark', received),
			],
		},
		byObserversAlone(observed, 'quality'),
		responsivenessOf(responsiveness),
		byObserversAlone(observed, 'differentiation'),
	];
}

/** A dimension of which observation is the only source. */
function byObserversAlone(observed: FidelityReview['observed'], dimension: 'quality' | 'differentiation') {
	const measure = observedMeasure(observed, dimension);
	const source = measure
		? 'From released observations alone: nothing that facilitators record speaks of it.'
		: 'Only an observer can judge it, and no observation is released yet: no data.';
	return { name: DIMENSION_NAMES[dimension], source, measures: measure ? [measure] : [] };
}

/** How people took part: none of a programme that does not ask, nor for who may not read it. */
function responsivenessOf(figures: FidelityReview['responsiveness']) {
	const name = 'Responsiveness';
	if (figures === null) return { name, source: 'Not shown: how people took part is not yours to read.', measures: [] };
	const { engagement, homework } = figures;
	const measures = [
		...(engagement ? [measure('People in the upper half of engagement', engagement, null, 'answer', BY_SESSION)] : []),
		...(homework
			? [measure('Homework done in full or in part, of that set', homework, null, 'answer', BY_SESSION)]
			: []),
	];
	const source =
		measures.length === 0
			? 'This programme asks neither for engagement nor for homework: no data.'
			: 'From what facilitators say of each person who attended. Who has no answer is missing, never low.';
	return { name, source, measures };
}

/** `href`: where it is seen what the figure is made of; null where that is not the reader’s. */
function measure(
	name: string,
	{ share, missing }: Figure,
	bands: Thresholds['fidelityBands'] | null,
	unit: string,
	href: string | null,
) {
	return {
		href: share.outOf > 0 ? href : null,
		name,
		figure: formatPercent(share.count, share.outOf),
		band: bands && fidelityBand(share.percent, bands),
		missing: missing === 0 ? 'none' : formatCount(unit, missing),
	};
}

function sessionsOf({ record, delivery }: FidelityReview) {
	return record.sessions.map((session, index) => {
		const { title, state, adherence, minutes, band } = delivery.sessions[index]!;
		const share = (figure: Share | undefined) => (figure ? formatPercent(figure.count, figure.outOf) : '');
		return {
			planNumber: session.planNumber,
			title: planTitle(session.planNumber, title),
			href: paths.session(session.id),
			logHref: paths.deliveryLog(session.id),
			state,
			core: share(adherence?.core),
			delivered: share(adherence?.delivered),
			asIntended: share(adherence?.asIntended),
			minutes: share(minutes?.minutes),
			missing: adherence ? String(adherence.missing) : '',
			band: band satisfies FidelityBand | null,
		};
	});
}
