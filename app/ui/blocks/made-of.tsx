import { keyed } from '#app/ui/keyed.ts';
import type { Rows } from '#app/ui/rows.ts';

/** The rows behind the numbers of a page; on paper the numbers stand alone. */
export function MadeOf({ parts }: { readonly parts: readonly Rows[] }) {
	if (parts.length === 0) return null;
	return (
		<section className="no-print" aria-labelledby="made-of">
			<h2 className="govuk-heading-m" id="made-of">
				What the numbers are made of
			</h2>
			{parts.map(({ key, name, rows }) => (
				<section key={key} aria-labelledby={key}>
					<h3 className="govuk-heading-s" id={key}>
						{name}
					</h3>
					<ul className="govuk-list govuk-list--bullet">
						{keyed(rows).map(({ key: place, item: { text, href, about } }) => (
							<li key={place}>
								<a className="govuk-link" href={href}>
									{text}
								</a>
								{about && <span className="quiet"> {about}</span>}
							</li>
						))}
					</ul>
				</section>
			))}
		</section>
	);
}
