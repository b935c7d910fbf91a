import type { ReactNode } from 'react';

type StatCardProps = {
	readonly label: string;
	/** The figure: `9`, `87%`, `no data`. */
	readonly figure: string;
	/** What it is out of, set smaller: `of 12`. */
	readonly outOf?: string | undefined;
	/** Where what it is made of stands; null where that is not the reader’s, or there is nothing. */
	readonly href?: string | null | undefined;
	/** A sentence that says what it means. */
	readonly note?: ReactNode;
};

/** A figure with its count and a sentence; cards stand in a `StatCards`. */
export function StatCard({ label, figure, outOf, href, note }: StatCardProps) {
	const shown = (
		<>
			{figure}
			{outOf && (
				<>
					{' '}
					<span className="stat-card__out-of">{outOf}</span>
				</>
			)}
		</>
	);
	return (
		<li className="stat-card">
			<p className="stat-card__label">{label}</p>
			<p className="stat-card__figure">
				{href ? (
					<a className="govuk-link" href={href} aria-label={[figure, outOf, label].filter(Boolean).join(', ')}>
						{shown}
					</a>
				) : (
					shown
				)}
			</p>
			{note && <p className="stat-card__note">{note}</p>}
		</li>
	);
}
