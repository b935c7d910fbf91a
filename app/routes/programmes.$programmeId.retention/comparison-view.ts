import type { ComparedGroup } from '#app/domain/cohorts/compare-retention.ts';
import type { Programme } from '#app/domain/programmes/programme.ts';
import { programmeIdOf, programmeWithId } from '#app/domain/programmes/programme-id.ts';
import { programmeLabel } from '#app/domain/programmes/variant.ts';
import { asId, type CohortId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { formatInterval, formatRate } from '#app/ui/format.ts';
import type { ProgrammeRetentionReview, RetentionFilter } from '#app/use-cases/retention/review-programme-retention.ts';
import { logRankInWords } from './log-rank-words.ts';

export type ComparisonView = ReturnType<typeof comparisonView>;

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The groups side by side, each with a letter, up to the last session that all of them have reached. */
export function comparisonView(
	review: ProgrammeRetentionReview,
	compare: RetentionFilter['compare'],
	planCount: number,
	programmes: readonly Programme[],
) {
	const { groups, logRank } = review.comparison;
	const common = Math.min(...groups.map(({ points }) => points.at(-1)?.session ?? 0));
	const expected = new Map(logRank?.groups.map(({ name, expected: many }) => [name, many]));
	return {
		compare,
		planCount: Math.max(planCount, ...groups.map(({ points }) => points.at(-1)?.session ?? 0)),
		common: groups.length > 0 ? common : 0,
		test: logRankInWords(logRank, groups),
		groups: groups.map((group, at) => ({
			letter: letterOf(at),
			...namedGroup(group, review, compare, programmes),
			...{ people: group.people, left: group.left, removed: group.removed, isFew: group.isFew },
			expected: expected.get(group.name)?.toFixed(1) ?? null,
			stillIn: stillInAt(group, common),
			points: group.points,
		})),
	};
}

/** `A` to `Z`, then `A2`, `B2`, …: a letter for each, however many there are. */
function letterOf(at: number): string {
	const round = Math.floor(at / LETTERS.length);
	return `${LETTERS[at % LETTERS.length]}${round === 0 ? '' : round + 1}`;
}

function namedGroup(
	{ name }: ComparedGroup,
	{ cohorts, ofProgramme }: ProgrammeRetentionReview,
	compare: RetentionFilter['compare'],
	programmes: readonly Programme[],
) {
	if (compare === 'areas') return { name: ofProgramme.find(({ areaId }) => areaId === name)!.area, href: '#cohorts' };
	if (compare === 'programmes') {
		const programme = programmeWithId(programmes, name)!;
		return { name: programmeLabel(programme), href: paths.programmeRetention(programmeIdOf(programme)) };
	}
	const { cohort } = cohorts.find((one) => one.cohort.id === name)!;
	return { name: `${cohort.name}, ${cohort.area}`, href: paths.retention(asId<CohortId>(cohort.id)) };
}

/** `92%, 95% band 70% to 98%`. */
function stillInAt({ points }: ComparedGroup, session: number): string {
	const point = points.findLast((one) => one.session <= session);
	if (!point) return 'no data';
	const { share, band } = point;
	return `${formatRate(share)}${band ? `, 95% band ${formatInterval({ low: band.lower, high: band.upper })}` : ''}`;
}
