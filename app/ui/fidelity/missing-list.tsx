import type { MissingLine } from './missing-lines.ts';

/** Core content that somebody lacks, session by session, with the way to a catch-up where one can be booked. */
export function MissingList({ lines, of }: { readonly lines: readonly MissingLine[]; readonly of: string }) {
	return (
		<ul className="govuk-list">
			{lines.map(({ session, what, why, way, bookHref }) => (
				<li key={`${session} ${what}`}>
					{session}: {what} ({why}){way && '. '}
					{bookHref ? (
						<a className="govuk-link" href={bookHref}>
							{way}
							<span className="govuk-visually-hidden">
								{' '}
								of {session} for {of}
							</span>
						</a>
					) : (
						way
					)}
				</li>
			))}
		</ul>
	);
}
