import type { StaffActor } from '#app/domain/access/actor.ts';
import { FATES, fateOf } from '#app/domain/attrition/enrolment-funnel.ts';
import { FEW_PEOPLE } from '#app/domain/cohorts/compare-retention.ts';
import { PAIR_OUTCOMES, type PairOutcome } from '#app/domain/pairs/pair-outcomes.ts';
import type { Programme } from '#app/domain/programmes/programme.ts';
import { programmeIdOf } from '#app/domain/programmes/programme-id.ts';
import { programmeLabel } from '#app/domain/programmes/variant.ts';
import { lowerFirst } from '#app/domain/shared/in-words.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { FEWEST_TO_JUDGE } from '#app/domain/statistics/agreement.ts';
import type { Share } from '#app/domain/statistics/percentages.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { formatDate, formatPercent } from '#app/ui/format.ts';
import { FATE_NAMES } from '#app/ui/retention/retention-words.ts';
import type { Row, Rows } from '#app/ui/rows.ts';
import { type ProgrammeOverview, reviewOverview } from '#app/use-cases/programmes/review-overview.ts';
import { gapRows, waitingRows } from './rows-view.ts';

export type OverviewView = ReturnType<typeof readOverview>;
export type CohortLine = OverviewView['cohorts'][number];
/** A count with where its rows are, null where they are on no page. */
export type FigureView = { readonly name: string; readonly count: number; readonly href: string | null };

const PAIR_NAMES: Readonly<Record<PairOutcome, string>> = {
	both: 'Both completed',
	'perpetrator-only': 'Only the parent who abused',
	'survivor-only': 'Only the other parent',
	neither: 'Neither',
	'in-progress': 'In progress',
	'not-recorded': 'Ending not recorded',
	'one-side-placed': 'A place on one side only',
};

/** All that the overview of a programme shows to this actor: the figures, and the rows that they are made of. */
export function readOverview(context: RequestContext, actor: StaffActor, programme: Programme) {
	const review = reviewOverview(context, actor, programme);
	const programmeId = programmeIdOf(programme);
	const today = dayOf(context.clock.now());
	const gaps = gapRows(context, review.gaps, today);
	const waiting = review.lead && waitingRows(context, programmeId, { ...review, lead: review.lead }, today);
	const pairs = review.pairs && pairRows(review.pairs);
	return {
		label: programmeLabel(programme),
		printed: formatDate(today),
		programmeHref: paths.programme(programmeId),
		waiting: waiting && { figures: waiting.map(figureOf), many: sumOf(waiting) },
		gaps: { figures: gaps.map(figureOf), many: sumOf(gaps) },
		stays: staysView(review, paths.programmeRetention(programmeId)),
		pairs: pairs && pairs.length > 0 ? pairs.map(figureOf) : null,
		cohorts: review.cohorts.map(cohortLine),
		rows: [...(waiting ?? []), ...gaps, ...(pairs ?? []).map(ofFamilies)].filter(({ rows }) => rows.length > 0),
	};
}

function figureOf({ key, name, rows }: Rows): FigureView {
	return { name, count: rows.length, href: rows.length > 0 ? `#${key}` : null };
}

/** Away from the table of pairs, what became of families says so itself. */
function ofFamilies({ name, ...rows }: Rows): Rows {
	return { ...rows, name: `Families in linked pairs: ${lowerFirst(name)}` };
}

function sumOf(parts: readonly Rows[]): number {
	return parts.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** Everybody with a place by what became of them; each count leads to the cohorts that it is made of. */
function staysView({ places, funnel }: ProgrammeOverview, href: string): readonly FigureView[] {
	const started = funnel.find(({ stage }) => stage === 'started')!.reached;
	return [
		{ name: 'Had a place', count: places.length, href: `${href}#cohorts` },
		{ name: 'Started', count: started, href: `${href}#funnel-heading` },
		...FATES.map((fate) => ({
			name: FATE_NAMES[fate],
			count: places.filter((place) => fateOf(place) === fate).length,
			href: `${href}#cohorts`,
		})),
	];
}

/** No part while none of its cohorts is linked, or no family of a pair is known. */
function pairRows(families: NonNullable<ProgrammeOverview['pairs']>): readonly Rows[] {
	if (families.length === 0) return [];
	return PAIR_OUTCOMES.map((outcome) => ({
		key: `pair-${outcome}`,
		name: PAIR_NAMES[outcome],
		rows: families
			.filter((family) => family.outcome === outcome)
			.map(
				({ familyId, reference }): Row => ({ text: `Family ${reference}`, href: paths.family(familyId), about: '' }),
			),
	}));
}

function cohortLine({
	cohort,
	planned,
	held,
	adherence,
	band,
	stayed,
	completed,
}: ProgrammeOverview['cohorts'][number]) {
	const fidelity = paths.fidelity(cohort.id);
	const retention = paths.retention(cohort.id);
	return {
		name: cohort.name,
		href: paths.cohort(cohort.id),
		about: `${cohort.area}, from ${formatDate(cohort.earliestStart)}`,
		band,
		held: { words: `${held} of ${planned}`, note: null, href: `${fidelity}#sessions-heading` },
		core: shareCell(adherence.core, FEWEST_TO_JUDGE, `${fidelity}#adherence`),
		all: shareCell(adherence.delivered, FEWEST_TO_JUDGE, `${fidelity}#adherence`),
		asIntended: shareCell(adherence.asIntended, FEWEST_TO_JUDGE, `${fidelity}#adherence`),
		stayed: shareCell(stayed, FEW_PEOPLE, `${retention}#funnel-heading`),
		completed: completed
			? shareCell(completed, FEW_PEOPLE, `${retention}#completed`)
			: { words: 'term goes on', note: null, href: null },
	};
}

/** A share with its counts, marked where it rests on fewer than `few`. */
function shareCell({ count, outOf }: Share, few: number, href: string) {
	const words = formatPercent(count, outOf);
	return { words, note: outOf > 0 && outOf < few ? 'few' : null, href: outOf > 0 ? href : null };
}
