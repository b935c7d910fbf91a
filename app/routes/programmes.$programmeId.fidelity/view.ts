import type { StaffActor } from '#app/domain/access/actor.ts';
import { placeInWords } from '#app/domain/fidelity/cohort-funnel.ts';
import type { Programme } from '#app/domain/programmes/programme.ts';
import { programmeIdOf } from '#app/domain/programmes/programme-id.ts';
import { programmeLabel } from '#app/domain/programmes/variant.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { formatCount, formatPercent } from '#app/ui/format.ts';
import { type ProgrammeReview, reviewProgramme } from '#app/use-cases/fidelity/review-programme.ts';

export type ProgrammeFidelityView = ReturnType<typeof readProgrammeFidelity>;
export type CohortLine = ProgrammeFidelityView['cohorts'][number];

/** All that the page shows of the cohorts of a programme, beside one another. */
export function readProgrammeFidelity(context: RequestContext, actor: StaffActor, programme: Programme) {
	const review = reviewProgramme(context, actor, programme);
	const { overall, cohorts } = review;
	return {
		caption: programmeLabel(programme),
		programmeHref: paths.programme(programmeIdOf(programme)),
		cohorts: cohorts.map(lineOf),
		sentence: sentenceFor(review),
		target: overall.outOf === 0 ? null : overall.count / overall.outOf,
		points: cohorts.flatMap(({ id, place }) =>
			place ? [{ key: id, share: place.x / place.n, n: place.n, isOutside: place.place !== 'inside' }] : [],
		),
	};
}

function lineOf({ id, name, area, adherence, band, place, keptBack }: ProgrammeReview['cohorts'][number]) {
	const { core, delivered, asIntended, sessions, sessionsWithLog } = adherence;
	return {
		name,
		href: paths.fidelity(id),
		adherenceHref: `${paths.fidelity(id)}#adherence`,
		sessionsHref: `${paths.fidelity(id)}#sessions-heading`,
		area,
		logged: `${sessionsWithLog} of ${sessions}${keptBack > 0 ? `, ${keptBack} kept back until you have saved your own` : ''}`,
		core: formatPercent(core.count, core.outOf),
		delivered: formatPercent(delivered.count, delivered.outOf),
		asIntended: formatPercent(asIntended.count, asIntended.outOf),
		band,
		chance: placeInWords(place),
	};
}

function sentenceFor({ overall, cohorts }: ProgrammeReview): string {
	const outside = cohorts.filter(({ place }) => place && place.place !== 'inside').length;
	const counted = cohorts.filter(({ place }) => place !== null).length;
	if (counted === 0) return 'No cohort has a log yet, so there is nothing to compare.';
	const told =
		outside === 0
			? 'None lies further from the rest than chance alone explains.'
			: `${formatCount('cohort', outside)} of ${counted} ${outside === 1 ? 'lies' : 'lie'} further from the rest than chance alone explains 95 times in 100: a reason to look, and no verdict.`;
	return `Over all of them ${formatPercent(overall.count, overall.outOf)} of the activities with a rating were delivered as intended. ${told} A cohort with few ratings has wide limits, and says little yet.`;
}
