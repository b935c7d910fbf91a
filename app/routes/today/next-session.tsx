import { paths } from '#app/paths.ts';
import { Details } from '#app/ui/components/details.tsx';
import { Tag } from '#app/ui/components/tag.tsx';
import { formatCount } from '#app/ui/format.ts';
import type { NextSession } from './today-view.ts';

/** One cohort's session: when and where, who is expected, who sent apologies, and the way into it. */
export function NextSessionCard({ session }: { readonly session: NextSession }) {
	const { sessionId, cohort, sessionName, isCatchUp, total, isToday, day, time, where, state } = session;
	// Today's stands right under the title of the page, the others under a heading of their own.
	const Heading = isToday ? 'h2' : 'h3';
	return (
		<article className={isToday ? 'next-session next-session--today' : 'next-session'}>
			<Heading className="govuk-heading-m next-session__title">
				<a className="govuk-link" href={paths.session(sessionId)}>
					{cohort}, {sessionName}
				</a>{' '}
				{isCatchUp ? <Tag colour="purple">Catch-up</Tag> : <span className="next-session__of">of {total}</span>}
			</Heading>
			<p className="govuk-body next-session__when">
				{isToday ? <strong>{time}</strong> : `${day}, ${time} · ${session.whenInWords}`} · {where}
			</p>
			{state === 'cancelled' ? (
				<p className="govuk-body">
					<Tag colour="grey">Not held</Tag> {session.stateReason}
				</p>
			) : (
				<>
					<People session={session} />
					<Ways session={session} />
				</>
			)}
		</article>
	);
}

function People({ session }: { readonly session: NextSession }) {
	const { expected, apologies } = session;
	if (expected.length + apologies.length === 0) return <p className="govuk-body quiet">Nobody is enrolled yet.</p>;
	return (
		<>
			<Details summary={`${formatCount('person', expected.length)} expected`} className="next-session__people">
				{expected.length > 0 ? expected.join(', ') : 'Nobody'}
			</Details>
			<p className="govuk-body">
				{apologies.length > 0 ? `${formatCount('apology', apologies.length)}: ${apologies.join('; ')}` : 'No apologies'}
			</p>
		</>
	);
}

function Ways({ session }: { readonly session: NextSession }) {
	const { sessionId, record, counts } = session;
	const isOpen = record.register !== 'in-advance';
	return (
		<ul className="next-session__ways">
			<li>
				<a className="govuk-link" href={paths.preparation(sessionId)}>
					Prepare
				</a>
			</li>
			<li>
				<a className="govuk-link" href={`${paths.register(sessionId)}#register`}>
					{isOpen ? 'Register' : 'Record an apology'}
				</a>
				{isOpen && counts.expected > 0 && ` ${counts.expected - counts.notRecorded} of ${counts.expected} marked`}
			</li>
			{isOpen && (
				<li>
					<a className="govuk-link" href={paths.deliveryLog(sessionId)}>
						Delivery log
					</a>
					{counts.logs > 0 && ' saved'}
				</li>
			)}
			{isOpen && (
				<li>
					<a className="govuk-link" href={paths.debrief(sessionId)}>
						Debrief
					</a>
				</li>
			)}
			{record.isComplete && (
				<li>
					<Tag colour="green">Record complete</Tag>
				</li>
			)}
		</ul>
	);
}
