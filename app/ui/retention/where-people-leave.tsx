import type { ReasonGroupCount } from '#app/domain/attrition/where-people-leave.ts';
import { lowerFirst } from '#app/domain/shared/in-words.ts';
import { Table } from '#app/ui/components/table.tsx';
import { ShareLink } from '#app/ui/fidelity/share-link.tsx';
import type { ExitsAfterSession } from './exits-after-sessions.ts';
import { FigureLink } from './figure-link.tsx';

type Links = { readonly people: string; readonly left: string; readonly removed: string };

/** The sessions after which somebody did not come again, with how many could have been lost there, and why they left. */
export function WherePeopleLeave({
	sessions,
	readsReasons,
	links,
}: {
	readonly sessions: readonly ExitsAfterSession[];
	readonly readsReasons: boolean;
	readonly links: Links;
}) {
	if (sessions.length === 0) return <p className="govuk-body">Nobody who started has left.</p>;
	const head = ['Last session attended', 'People at risk', 'Left by themselves', 'Removed by the service'];
	return (
		<Table
			stacked
			firstCellIsHeader
			head={readsReasons ? [...head, 'Why'] : head}
			rows={sessions.map(({ session, module, atRisk, left, removed, reasons }) => [
				<span key="session">
					{session}
					<span className="figure-note">{module}</span>
				</span>,
				<ShareLink key="risk" href={atRisk > 0 ? links.people : null} of={`people at risk, ${session}`}>
					{String(atRisk)}
				</ShareLink>,
				<FigureLink key="left" count={left} href={links.left} of="who left by themselves" />,
				<FigureLink key="removed" count={removed} href={links.removed} of="who were removed by the service" />,
				...(readsReasons ? [reasonsInWords(reasons)] : []),
			])}
		/>
	);
}

function reasonsInWords(groups: readonly ReasonGroupCount[]): string {
	const parts = groups.flatMap(({ label, reasons }) =>
		reasons.map((reason) => {
			const count = reason.left + reason.removed;
			const words = reason.label === label ? label : `${label}: ${lowerFirst(reason.label)}`;
			return count > 1 ? `${words} (${count})` : words;
		}),
	);
	return parts.length > 0 ? parts.join('; ') : 'Not known';
}

/** Why places ended, in two levels, drop-out and removal apart. */
export function ReasonsTable({
	groups,
	links,
}: {
	readonly groups: readonly ReasonGroupCount[];
	readonly links: Links;
}) {
	if (groups.length === 0) return <p className="govuk-body">No place has ended with a reason that is known.</p>;
	return (
		<Table
			stacked
			firstCellIsHeader
			head={['Reason', 'Left by themselves', 'Removed by the service']}
			rows={groups.flatMap((group) => [
				[<strong key="label">{group.label}</strong>, ...countsOf(group, links)],
				...group.reasons.map((reason) => [
					{ content: reason.label, className: 'reason--second-level' },
					...countsOf(reason, links),
				]),
			])}
		/>
	);
}

function countsOf({ left, removed, label }: { left: number; removed: number; label: string }, links: Links) {
	return [
		<FigureLink key="left" count={left} href={links.left} of={`left: ${lowerFirst(label)}`} />,
		<FigureLink key="removed" count={removed} href={links.removed} of={`removed: ${lowerFirst(label)}`} />,
	];
}
