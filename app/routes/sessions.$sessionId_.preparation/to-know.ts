import type { KnownBefore } from '#app/domain/attendance/before-session.ts';
import { listInWords } from '#app/domain/shared/in-words.ts';
import { formatCount } from '#app/ui/format.ts';

export type PersonTonight<Row extends { readonly name: string } = { readonly name: string }> = {
	readonly row: Row;
	readonly known: KnownBefore;
};
type CoverTonight = { readonly absent: string; readonly covering: string; readonly state: string };

/** The fewest that somebody may still miss of whom nothing is said. */
const SAID_UP_TO = 2;

/** “What to know about tonight”, a sentence each; restricted people by the reference that stands for their name. */
export function toKnow(people: readonly PersonTonight[], covers: readonly CoverTonight[]): readonly string[] {
	return [
		...covers.map(coverInWords),
		...firstInWords(people),
		...by(people, ({ known }) => known.missedInARow).map(([missed, names]) =>
			missed === 1 ? `${names} missed the last session.` : `${names} missed the last ${missed} in a row.`,
		),
		...people.filter(({ known }) => known.needs.length > 0).map(catchUpInWords),
		...limitsInWords(people),
	];
}

function coverInWords({ absent, covering, state }: CoverTonight): string {
	if (state === 'accepted') return `${covering} stands in for ${absent}.`;
	return `${covering} is asked to stand in for ${absent}, and has not answered.`;
}

function firstInWords(people: readonly PersonTonight[]): readonly string[] {
	const first = people.filter(({ known }) => known.isFirst);
	if (first.length === 0) return [];
	return [`First session for ${first.length === people.length ? 'everybody' : namesOf(first)}.`];
}

function catchUpInWords({ row, known: { needs } }: PersonTonight): string {
	const plans = `${needs.length === 1 ? 'session' : 'sessions'} ${listInWords(needs.map(String))}`;
	return `${row.name} needs a catch-up of ${plans}.`;
}

function limitsInWords(people: readonly PersonTonight[]): readonly string[] {
	const of = (standing: KnownBefore['best']['standing']) =>
		people.filter(({ known }) => known.best.standing === standing);
	const [lost, last] = [of('impossible'), of('last-chance')];
	const few = by(of('possible'), ({ known: { best } }) => (best.mayMiss <= SAID_UP_TO ? best.mayMiss : 0));
	return [
		...(lost.length > 0 ? [`${namesOf(lost)} can no longer complete.`] : []),
		...(last.length > 0 ? [`${namesOf(last)} may miss no more.`] : []),
		...few.map(([many, names]) => `${names} may miss ${formatCount('more session', many)}.`),
	];
}

/** People by a number that is said of them, the highest first; nothing of those of whom it is 0. */
function by(
	people: readonly PersonTonight[],
	numberOf: (person: PersonTonight) => number,
): readonly (readonly [number, string])[] {
	const groups = [...Map.groupBy(people, numberOf)].filter(([many]) => many > 0);
	return groups.toSorted(([one], [other]) => other - one).map(([many, some]) => [many, namesOf(some)] as const);
}

const namesOf = (people: readonly PersonTonight[]) => listInWords(people.map(({ row }) => row.name));
