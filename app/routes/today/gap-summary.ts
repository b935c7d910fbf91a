import type { StaffActor } from '#app/domain/access/actor.ts';
import { GAP_MEANINGS } from '#app/domain/gaps/gap-kinds.ts';
import { ageOfGap, countGaps, GAP_AGES, type GapCount } from '#app/domain/gaps/gap-order.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { ownDesks } from '#app/domain/tasks/desks.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { formatShortDay } from '#app/ui/format.ts';
import { AGE_NAMES } from '#app/ui/gaps/gap-line.ts';
import { readGaps } from '#app/use-cases/gaps/read-gaps.ts';
import type { WorkingSession } from '#db/queries/today.ts';

const NOBODY = 'nobody';

/**
 * How many gaps there are, by kind, by whose they are and by age, those with the oldest first, each with the way to its own;
 * by kind alone for who is no lead. A gap of two people counts with both, and once in the whole.
 */
export function gapSummary(context: RequestContext, actor: StaffActor, sessions: readonly WorkingSession[]) {
	const today = dayOf(context.clock.now());
	const open = readGaps(context, actor, { sessions }).filter(({ acceptance }) => acceptance === null);
	const names = new Map<string, string>(open.flatMap(({ owners }) => owners.map((one) => [one.staffId, one.name])));
	const ages = countGaps(open, ({ since }) => [ageOfGap(since, today)]);
	const owners = countGaps(open, (gap) =>
		gap.owners.length > 0 ? gap.owners.map(({ staffId }) => staffId as string) : [NOBODY],
	);
	const kinds = countGaps(open, ({ kind }) => [kind]);
	return {
		many: open.length,
		href: paths.gaps(),
		kinds: kinds.map((one) => line(one, GAP_MEANINGS[one.key].title, paths.gapsWhere({ kind: one.key }))),
		owners: ownDesks(actor).includes('lead')
			? owners.map((one) => line(one, names.get(one.key) ?? 'Nobody by name', paths.gapsWhere({ owner: one.key })))
			: [],
		ages: GAP_AGES.flatMap((age) => ages.find(({ key }) => key === age) ?? []).map((one) =>
			line(one, AGE_NAMES[one.key], paths.gapsWhere({ age: one.key })),
		),
	};
}

function line({ many, oldest }: GapCount<unknown>, text: string, href: string) {
	return { text, href, many, oldest: oldest === null ? 'not known' : formatShortDay(oldest) };
}
