export type FilterChip = {
	readonly label: string;
	/** How many the list has of it. */
	readonly count: number;
	readonly href: string;
	readonly current: boolean;
};

type FilterChipsProps = {
	/** What the chips part: “State”. */
	readonly label: string;
	readonly chips: readonly FilterChip[];
};

/** Filters of a list as links, so that each has an address and works without JavaScript; one of them is the current. */
export function FilterChips({ label, chips }: FilterChipsProps) {
	return (
		<nav className="filter-chips no-print" aria-label={label}>
			<span className="filter-chips__label" aria-hidden="true">
				{label}
			</span>
			<ul className="filter-chips__list">
				{chips.map((chip) => (
					<li key={chip.href}>
						<a
							className={chip.current ? 'filter-chips__chip filter-chips__chip--current' : 'filter-chips__chip'}
							href={chip.href}
							aria-current={chip.current ? 'true' : undefined}
						>
							{chip.label} <span className="filter-chips__count">{chip.count}</span>
						</a>
					</li>
				))}
			</ul>
		</nav>
	);
}
