import { Table } from '#app/ui/components/table.tsx';
import { BandTag } from '#app/ui/fidelity/band-tag.tsx';
import { ShareLink } from '#app/ui/fidelity/share-link.tsx';
import { formatCount } from '#app/ui/format.ts';
import type { SessionView } from './fidelity-view.ts';

const NOT_LOGGED = {
	'no-log': 'no log yet',
	'not-recorded': 'not recorded yet whether it was held',
	cancelled: 'cancelled',
	'kept-back': 'kept back until you save your own log',
} as const;

/** Each session of the term with its shares; its log holds the answer about every activity. */
export function SessionTable({ sessions }: { readonly sessions: readonly SessionView[] }) {
	const logged = sessions.filter(({ state }) => state === 'logged');
	const toCome = sessions.filter(({ state }) => state === 'to-come').length;
	return (
		<section aria-labelledby="sessions-heading">
			<h2 className="govuk-heading-m" id="sessions-heading">
				Session by session
			</h2>
			{logged.length > 0 && (
				<Table
					stacked
					firstCellIsHeader
					head={['Session', 'Core', 'All', 'As intended', 'Minutes', 'Missing', 'Band', 'Activity by activity']}
					rows={logged.map(rowOf)}
				/>
			)}
			<NotLogged sessions={sessions} />
			{toCome > 0 && <p className="govuk-body">{formatCount('session', toCome)} to come.</p>}
		</section>
	);
}

const COLUMNS = ['core', 'all', 'as intended', 'minutes', 'missing'];

/** Each figure of a session leads to its log, where it stands activity by activity. */
function rowOf({ title, href, logHref, core, delivered, asIntended, minutes, missing, band }: SessionView) {
	return [
		<a key="session" className="govuk-link" href={href}>
			{title}
		</a>,
		...[core, delivered, asIntended, minutes, missing].map((figure, at) => (
			<ShareLink key={COLUMNS[at]} href={logHref} of={`${COLUMNS[at]}, ${title}`}>
				{figure}
			</ShareLink>
		)),
		band ? <BandTag key="band" band={band} /> : 'No band',
		<a key="log" className="govuk-link" href={logHref}>
			Log<span className="govuk-visually-hidden"> of {title}</span>
		</a>,
	];
}

/** The sessions that are due and have nothing to count: each with why. */
function NotLogged({ sessions }: { readonly sessions: readonly SessionView[] }) {
	const open = sessions.flatMap(({ state, ...session }) =>
		state === 'logged' || state === 'to-come' ? [] : [{ ...session, words: NOT_LOGGED[state] }],
	);
	if (open.length === 0) return null;
	return (
		<ul className="govuk-list govuk-list--bullet">
			{open.map(({ planNumber, title, href, words }) => (
				<li key={planNumber}>
					<a className="govuk-link" href={href}>
						{title}
					</a>
					: {words}
				</li>
			))}
		</ul>
	);
}
