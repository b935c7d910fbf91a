import type { IncidencePoint } from '#app/domain/cohorts/incidence-points.ts';
import { Curves } from '#app/ui/charts/curves.tsx';
import { linkedNumbers } from '#app/ui/charts/linked-numbers.tsx';
import { formatRate } from '#app/ui/format.ts';

type WaysOutProps = {
	readonly points: readonly IncidencePoint[];
	readonly planCount: number;
	/** Where the people behind the numbers are. */
	readonly links: { readonly people: string; readonly left: string; readonly removed: string };
};

/** Drop-out and removal as two ways out that compete: with those still in they are everybody who started. */
export function WaysOut({ points, planCount, links }: WaysOutProps) {
	const { people, left: toLeft, removed: toRemoved } = links;
	const hrefs = [null, people, toLeft, toLeft, toRemoved, toRemoved, people];
	const last = points.at(-1);
	if (!last) return <p className="govuk-body">Nobody has attended yet.</p>;
	const [left, removed] = [formatRate(last.gone.left), formatRate(last.gone.removed)];
	return (
		<Curves
			id="ways-out"
			title="Share of those who started who are gone, by way out and session, %"
			description={`After session ${last.session}: ${left} left by themselves, ${removed} were removed by the service, ${formatRate(last.stillIn)} are still in.`}
			note="Solid: left by themselves. Dashed: removed by the service. The two and those still in add up to everybody who started, so that neither way out is overstated."
			planCount={planCount}
			curves={[
				{ label: `Left ${left}`, points: points.map(({ session, gone }) => ({ session, share: gone.left })) },
				{ label: `Removed ${removed}`, points: points.map(({ session, gone }) => ({ session, share: gone.removed })) },
			]}
			numbers={linkedNumbers(numbersOf(points), (_, column) => hrefs[column] ?? null)}
		/>
	);
}

function numbersOf(points: readonly IncidencePoint[]) {
	return {
		head: ['After session', 'People at risk', 'Left', 'Share left', 'Removed', 'Share removed', 'Still in'],
		rows: points
			.filter(({ session }) => session > 0)
			.map(({ session, atRisk, people, gone, stillIn }) => [
				...[String(session), String(atRisk), String(people.left), formatRate(gone.left)],
				...[String(people.removed), formatRate(gone.removed), formatRate(stillIn)],
			]),
	};
}
