import { lowerFirst } from '#app/domain/shared/in-words.ts';
import { Table } from '#app/ui/components/table.tsx';
import { ShareLink } from '#app/ui/fidelity/share-link.tsx';
import { formatCount } from '#app/ui/format.ts';
import type { SupervisionView } from './supervision-view.ts';

/** Where the pairs of logs stand of which the figures over all of them are made. */
const TO_PAIRS = 'pairs-of-logs';

type ToRowsProps = { readonly to: string; readonly of: string; readonly children: string };

/** A figure in a sentence, with the way to the rows that it is made of. */
function ToRows({ to, of, children }: ToRowsProps) {
	return (
		<ShareLink href={/\d/.test(children) ? `#${to}` : null} of={of}>
			{children}
		</ShareLink>
	);
}

/** Their own log beside the other log of the same session. */
export function Agreement({ agreement }: Pick<SupervisionView, 'agreement'>) {
	return (
		<section aria-labelledby="agreement">
			<h2 className="govuk-heading-m" id="agreement">
				Two logs of one session
			</h2>
			{agreement ? (
				<>
					<p className="govuk-body measure">
						Over{' '}
						<ToRows to={TO_PAIRS} of="with two logs">
							{formatCount('session', agreement.many)}
						</ToRows>
						, activity by activity:{' '}
						<ToRows to={TO_PAIRS} of="rated alike">
							{agreement.together.alike}
						</ToRows>{' '}
						rated alike. {agreement.together.isFew && 'Few activities: chance moves this much. '}
						<ToRows to={TO_PAIRS} of="over the sessions with two logs">
							{agreement.together.kappa}
						</ToRows>{' '}
						Nearer to “as intended”: {lowerFirst(agreement.together.direction)} {agreement.together.open} Counted is
						what each wrote before the other log could be read, and no later correction. A difference is something to
						talk about, and no mistake of either.
					</p>
					<Table
						id={TO_PAIRS}
						stacked
						firstCellIsHeader
						head={['Session', 'Held on', 'Rated alike', 'Kappa', 'Nearer to “as intended”']}
						rows={agreement.rows.map(({ session, href, day, alike, isFew, kappa, direction, open }) => [
							<a key="session" className="govuk-link" href={href}>
								{session}
							</a>,
							day,
							<span key="alike">
								<ShareLink href={href} of={`rated alike, ${session}`}>
									{alike}
								</ShareLink>
								{isFew && <span className="quiet"> few</span>}
								{open && <span className="figure-note">{open}</span>}
							</span>,
							<ShareLink key="kappa" href={/\d/.test(kappa) ? href : null} of={`kappa, ${session}`}>
								{kappa}
							</ShareLink>,
							direction,
						])}
					/>
					{agreement.whyNone.map((sentence) => (
						<p key={sentence} className="govuk-body measure">
							{sentence}
						</p>
					))}
				</>
			) : (
				<p className="govuk-body">No session has a log of theirs and another one that you may read.</p>
			)}
		</section>
	);
}

/** What observers saw, in the order of the days; and their own log beside it. */
export function Observations({ observations }: Pick<SupervisionView, 'observations'>) {
	return (
		<section aria-labelledby="observations">
			<h2 className="govuk-heading-m" id="observations">
				Released observations
			</h2>
			{observations ? (
				<>
					<p className="govuk-body measure">
						Points of those possible on the items that were scored. An observation is of a session and all who delivered
						it. A figure on fewer than ten items is few: read the feedback, not the number.
					</p>
					<Table
						stacked
						firstCellIsHeader
						head={['Session', 'Held on', ...observations.rows[0]!.dimensions.map(({ name }) => name)]}
						rows={observations.rows.map(({ session, href, day, dimensions }) => [
							<a key="session" className="govuk-link" href={href}>
								{session}
							</a>,
							day,
							...dimensions.map(({ name, figure, note }) => (
								<span key={name}>
									<ShareLink href={/\d/.test(figure) ? href : null} of={`${name}, ${session}`}>
										{figure}
									</ShareLink>
									<span className="figure-note">{note}</span>
								</span>
							)),
						])}
					/>
					<Beside observations={observations} />
				</>
			) : (
				<p className="govuk-body">No observation of a session of theirs is released.</p>
			)}
		</section>
	);
}

function Beside({
	observations: { rows, direction },
}: {
	readonly observations: NonNullable<SupervisionView['observations']>;
}) {
	const both = rows.flatMap(({ compared, ...row }) => (compared ? [{ ...row, ...compared }] : []));
	return (
		<>
			<h3 className="govuk-heading-s">Adherence: their own log and the observer</h3>
			<p className="govuk-body measure">
				{direction} Kappa between them is not calculable: a log rates activities, an observer scores items. Published
				comparisons found that what facilitators say of their own work errs upwards.
			</p>
			{both.length > 0 && (
				<Table
					stacked
					firstCellIsHeader
					head={['Session', 'Own log: as intended', 'Observer: points', 'Higher']}
					rows={both.map(({ session, href, logHref, own, observed, direction: higher }) => [
						<a key="session" className="govuk-link" href={href}>
							{session}
						</a>,
						<ShareLink key="own" href={logHref} of={`own log, ${session}`}>
							{own}
						</ShareLink>,
						<ShareLink key="observed" href={href} of={`observer, ${session}`}>
							{observed}
						</ShareLink>,
						higher,
					])}
				/>
			)}
		</>
	);
}
