import { PAPER_STYLES, type PaperStyle } from '#app/domain/attendance/paper-names.ts';
import { PrintButton } from '#app/ui/blocks/print-button.tsx';
import { STYLE_LABELS } from './paper-words.ts';

type PaperStylesProps = {
	readonly chosen: PaperStyle;
	/** The address of the sheet with this way of writing people. */
	readonly hrefOf: (style: PaperStyle) => string;
};

/** How people are written on a sheet, as links: the choice is in the address, and works without JavaScript. */
export function PaperStyles({ chosen, hrefOf }: PaperStylesProps) {
	return (
		<div className="no-print">
			<nav className="filter-chips" aria-label="People are written as">
				<span className="filter-chips__label" aria-hidden="true">
					People are written as
				</span>
				<ul className="filter-chips__list">
					{PAPER_STYLES.map((style) => (
						<li key={style}>
							<a
								className={style === chosen ? 'filter-chips__chip filter-chips__chip--current' : 'filter-chips__chip'}
								href={hrefOf(style)}
								aria-current={style === chosen ? 'true' : undefined}
							>
								{STYLE_LABELS[style]}
							</a>
						</li>
					))}
				</ul>
			</nav>
			<p className="govuk-body">
				Paper gets left in rooms and bags, so a sheet shows initials unless you choose otherwise; people whose name is
				restricted are written by reference always.
			</p>
			<PrintButton />
		</div>
	);
}
