import type { StaffActor } from '#app/domain/access/actor.ts';
import { mayBeAccepted } from '#app/domain/gaps/acceptance.ts';
import { GAP_MEANINGS, type GapKind } from '#app/domain/gaps/gap-kinds.ts';
import { ageOfGap, countGaps, GAP_AGES, type GapAge } from '#app/domain/gaps/gap-order.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { formatInstant } from '#app/ui/format.ts';
import { AGE_NAMES, gapLine } from '#app/ui/gaps/gap-line.ts';
import { readGaps, type SeenGap } from '#app/use-cases/gaps/read-gaps.ts';

type Filter = Readonly<Record<'kind' | 'owner' | 'cohort' | 'age', string | null>> & {
	readonly show: 'accepted' | null;
};

/** The gaps that the reader may see, as the filters of the address part them, or those that were accepted. */
export function gapsView(context: RequestContext, actor: StaffActor, asked: URLSearchParams) {
	const today = dayOf(context.clock.now());
	const all = readGaps(context, actor);
	const filter = filterFrom(asked);
	const of = all.filter(({ acceptance }) => (acceptance !== null) === (filter.show === 'accepted'));
	const shown = of.filter((gap) =>
		FILTERS.every((name) => filter[name] === null || valuesOf(name, gap, today).includes(filter[name])),
	);
	showsPeople(
		context,
		shown.flatMap(({ place }) => place?.personId ?? []),
	);
	const accepted = all.filter(({ acceptance }) => acceptance !== null).length;
	return {
		show: filter.show,
		isFiltered: FILTERS.some((name) => filter[name] !== null),
		choices: FILTERS.map((name) => choicesFor(name, of, filter, today)).filter(({ chips }) => chips.length > 2),
		gaps: filter.show ? [] : shown.map((gap) => ({ ...gapLine(gap, today), ...decisionsOn(gap) })),
		accepted: filter.show ? shown.map((gap) => acceptedLine(gap, today)) : [],
		others: filter.show
			? { href: paths.gaps(), text: `Open gaps (${all.length - accepted})` }
			: { href: paths.gapsWhere({ show: 'accepted' }), text: `Accepted gaps (${accepted})` },
	};
}

const FILTERS = ['kind', 'owner', 'cohort', 'age'] as const;
type FilterName = (typeof FILTERS)[number];

function filterFrom(asked: URLSearchParams): Filter {
	const said = (name: FilterName) => asked.get(name) || null;
	return {
		...{ kind: said('kind'), owner: said('owner'), cohort: said('cohort'), age: said('age') },
		show: asked.get('show') === 'accepted' ? 'accepted' : null,
	};
}

const NOBODY = 'nobody';

function valuesOf(name: FilterName, gap: SeenGap, today: CalendarDay): readonly string[] {
	if (name === 'kind') return [gap.kind];
	if (name === 'cohort') return gap.cohort.name === null ? [] : [gap.cohort.id];
	if (name === 'age') return [ageOfGap(gap.since, today)];
	return gap.owners.length === 0 ? [NOBODY] : gap.owners.map(({ staffId }) => staffId);
}

const LEGENDS: Readonly<Record<FilterName, string>> = { kind: 'Kind', owner: 'Whose', cohort: 'Cohort', age: 'Age' };
function choicesFor(name: FilterName, gaps: readonly SeenGap[], filter: Filter, today: CalendarDay) {
	const counted = countGaps(gaps, (gap) => valuesOf(name, gap, today));
	const inOrder = name === 'age' ? GAP_AGES.flatMap((age) => counted.find(({ key }) => key === age) ?? []) : counted;
	const labelOf = labelsFor(name, gaps);
	const everything = { label: 'All', count: gaps.length, href: paths.gapsWhere({ ...filter, [name]: null }) };
	return {
		label: LEGENDS[name],
		chips: [
			{ ...everything, current: filter[name] === null },
			...inOrder.map(({ key, many }) => ({
				...{ label: labelOf(key), count: many, current: filter[name] === key },
				href: paths.gapsWhere({ ...filter, [name]: key }),
			})),
		],
	};
}

function labelsFor(name: FilterName, gaps: readonly SeenGap[]): (key: string) => string {
	if (name === 'kind') return (key) => GAP_MEANINGS[key as GapKind].title;
	if (name === 'age') return (key) => AGE_NAMES[key as GapAge];
	if (name === 'cohort') {
		const names = new Map<string, string | null>(gaps.map(({ cohort }) => [cohort.id, cohort.name]));
		return (key) => names.get(key) ?? '';
	}
	const names = new Map<string, string>(gaps.flatMap(({ owners }) => owners.map((one) => [one.staffId, one.name])));
	return (key) => names.get(key) ?? 'Nobody by name';
}

function decisionsOn({ key, kind, mayDecide }: SeenGap) {
	return {
		handHref: mayDecide ? paths.gap(key) : null,
		acceptHref: mayDecide && mayBeAccepted(kind) ? paths.gapAcceptance(key) : null,
	};
}

function acceptedLine(gap: SeenGap, today: CalendarDay) {
	const { by, acceptedAt, reason } = gap.acceptance!;
	const { key, title, about, href } = gapLine(gap, today);
	const why = reason ?? 'The reason is kept from you';
	return { key, title, about, href, by, on: formatInstant(acceptedAt), reason: why, mayTakeBack: gap.mayDecide };
}
