type ShareLinkProps = {
	/** Null where what it is made of is not the reader’s to see. */
	readonly href: string | null;
	/** What the figure is of, for who hears the link alone. */
	readonly of: string;
	readonly children: string;
};

/** A share in words that leads to what it is made of; without data there is nothing to lead to. */
export function ShareLink({ href, of, children }: ShareLinkProps) {
	if (href === null || children === 'no data') return children;
	return (
		<a className="govuk-link" href={href} aria-label={`${children}, ${of}`}>
			{children}
		</a>
	);
}
