import { RECEIVED_STATES, type ReceivedState } from '#app/domain/fidelity/received-content.ts';
import { RECEIVED_WORDS } from '#app/domain/fidelity/received-words.ts';
import { keyed } from '#app/ui/keyed.ts';

type Plan = {
	readonly number: number;
	readonly title: string;
	readonly activities: readonly {
		readonly title: string;
		readonly core: boolean;
		/** One for each person, in their order. */
		readonly states: readonly ReceivedState[];
	}[];
};

type ReceivedMatrixProps = {
	readonly caption: string;
	readonly people: readonly { readonly name: string }[];
	readonly plans: readonly Plan[];
};

/** Participants × activities: a real table, a sign and its words in every cell, shade only beside them. */
export function ReceivedMatrix({ caption, people, plans }: ReceivedMatrixProps) {
	return (
		<>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
			<section className="heat-map received" aria-labelledby="matrix-caption" tabIndex={0}>
				<table className="heat-map__table">
					<caption id="matrix-caption" className="govuk-visually-hidden">
						{caption}
					</caption>
					<thead>
						<tr>
							<th scope="col" className="heat-map__corner received__activity">
								Activity
							</th>
							{keyed(people).map(({ key, item: { name } }) => (
								<th key={key} scope="col" className="received__person">
									{name}
								</th>
							))}
						</tr>
					</thead>
					{plans.map((plan) => (
						<PlanRows key={plan.number} plan={plan} />
					))}
				</table>
			</section>
			<Key plans={plans} />
		</>
	);
}

function PlanRows({ plan: { title, activities } }: { readonly plan: Plan }) {
	return (
		<tbody>
			<tr>
				<th scope="rowgroup" colSpan={(activities[0]?.states.length ?? 0) + 1} className="received__session">
					{title}
				</th>
			</tr>
			{keyed(activities).map(({ key, item: { title: activity, core, states } }) => (
				<tr key={key}>
					<th scope="row" className="heat-map__person received__activity">
						{activity}
						{core && ' (core)'}
					</th>
					{keyed(states).map(({ key: column, item: state }) => (
						<td key={column} className="heat-map__cell">
							<span className={`mark mark--${state}`}>
								<span aria-hidden="true">{RECEIVED_WORDS[state].symbol}</span>
								<span className="govuk-visually-hidden">{RECEIVED_WORDS[state].words}</span>
							</span>
						</td>
					))}
				</tr>
			))}
		</tbody>
	);
}

/** What the signs in use stand for. */
function Key({ plans }: { readonly plans: readonly Plan[] }) {
	const used = new Set(plans.flatMap(({ activities }) => activities.flatMap(({ states }) => states)));
	return (
		<ul className="heat-map__key" aria-label="Key to what was received">
			{RECEIVED_STATES.filter((state) => used.has(state) && RECEIVED_WORDS[state].symbol !== '').map((state) => (
				<li key={state}>
					<span className={`mark mark--${state}`} aria-hidden="true">
						{RECEIVED_WORDS[state].symbol}
					</span>{' '}
					{RECEIVED_WORDS[state].words}
				</li>
			))}
		</ul>
	);
}
