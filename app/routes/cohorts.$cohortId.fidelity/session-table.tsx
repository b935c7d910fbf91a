import { Table } from '#app/ui/components/table.tsx';
import { BandTag } from '#app/ui/fidelity/band-tag.tsx';
import type { SessionView } from './fidelity-view.ts';

const NOT_LOGGED = {
	'no-log': 'No log yet',
	'not-recorded': 'Not recorded yet whether it was held',
	cancelled: 'Cancelled',
	'to-come': 'To come',
	'kept-back': 'Kept back until you save your own log',
} as const;

/** Each session of the term with its shares; its log holds the answer about every activity. */
export function SessionTable({ sessions }: { readonly sessions: readonly SessionView[] }) {
	return (
		<section aria-labelledby="sessions-heading">
			<h2 className="govuk-heading-m" id="sessions-heading">
				Session by session
			</h2>
			<Table
				stacked
				firstCellIsHeader
				head={['Session', 'Core', 'All', 'As intended', 'Minutes', 'Missing', 'Band']}
				rows={sessions.map((session) => [
					<a key="session" className="govuk-link" href={session.href}>
						{session.planNumber}. {session.title}
					</a>,
					...figuresOf(session),
				])}
			/>
		</section>
	);
}

function figuresOf({ state, logHref, core, delivered, asIntended, minutes, missing, band }: SessionView) {
	const log = logHref && (
		<a key="log" className="govuk-link" href={logHref}>
			{state === 'logged' ? core : NOT_LOGGED[state]}
		</a>
	);
	if (state !== 'logged') return [log ?? NOT_LOGGED[state], '', '', '', '', ''];
	return [log, delivered, asIntended, minutes, missing, band ? <BandTag key="band" band={band} /> : ''];
}
