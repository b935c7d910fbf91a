/** A count that leads to the people or the rows it is made of; nought leads nowhere. */
export function FigureLink({
	count,
	href,
	of,
}: {
	readonly count: number;
	readonly href: string | null;
	readonly of: string;
}) {
	if (count === 0 || href === null) return String(count);
	return (
		<a className="govuk-link" href={href}>
			{count}
			<span className="govuk-visually-hidden"> {of}</span>
		</a>
	);
}
