import type { ReactNode } from 'react';
import { Details } from '#app/ui/components/details.tsx';
import { Table } from '#app/ui/components/table.tsx';
import type { Cell } from '#app/ui/components/table-cell.tsx';
import type { Frame } from './frame.ts';

export type ChartNumbers = { readonly head: readonly Cell[]; readonly rows: readonly (readonly Cell[])[] };

type ChartProps = {
	/** Unique on its page. */
	readonly id: string;
	/** What is drawn, as a heading would say it. */
	readonly title: string;
	/** What the drawing shows, in a sentence, for those who do not see it. */
	readonly description: string;
	readonly frame: Frame;
	/** What it means, under the drawing. */
	readonly note?: ReactNode;
	/** The numbers behind the drawing: opened on the screen, always there in print. */
	readonly numbers: ChartNumbers;
	readonly children: ReactNode;
};

/** A drawing with its words and its numbers: never a picture alone. */
export function Chart({ id, title, description, frame, note, numbers, children }: ChartProps) {
	return (
		<figure className="chart">
			<svg
				className="chart__drawing"
				viewBox={`0 0 ${frame.width} ${frame.height}`}
				role="img"
				aria-labelledby={`${id}-title ${id}-description`}
			>
				<title id={`${id}-title`}>{title}</title>
				<desc id={`${id}-description`}>{description}</desc>
				{children}
			</svg>
			{note && <figcaption className="chart__note">{note}</figcaption>}
			<Details
				className="chart__numbers"
				summary={
					<>
						Show the numbers<span className="govuk-visually-hidden">: {title}</span>
					</>
				}
			>
				{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
				<section className="table-scroll" aria-label={`Numbers: ${title}`} tabIndex={0}>
					<Table className="chart__table" head={numbers.head} rows={numbers.rows} firstCellIsHeader />
				</section>
			</Details>
		</figure>
	);
}
