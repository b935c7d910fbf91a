import { Table } from '#app/ui/components/table.tsx';
import { formatCount } from '#app/ui/format.ts';
import type { TodayView } from './today-view.ts';

type GapsView = TodayView['gaps'];

/** What is missing: how many by kind and, for a lead, by whose they are, with since when the oldest; and all by age. */
export function Gaps({ gaps: { many, href, kinds, owners, ages } }: { readonly gaps: GapsView }) {
	return (
		<section className="today-section" aria-labelledby="gaps-heading">
			<h2 className="govuk-heading-m" id="gaps-heading">
				Gaps
			</h2>
			{many === 0 ? (
				<p className="govuk-body">
					There are no gaps in delivery.{' '}
					<a className="govuk-link" href={href}>
						All gaps
					</a>
				</p>
			) : (
				<>
					<p className="govuk-body">
						<a className="govuk-link" href={href}>
							{formatCount('gap', many)}
						</a>
						{': '}
						{ages.map((age, index) => (
							<span key={age.href}>
								{index > 0 && ', '}
								<a className="govuk-link" href={age.href}>
									{age.many} {age.text.toLowerCase()}
								</a>
							</span>
						))}
					</p>
					<Counts caption="By kind" first="What is missing" lines={kinds} />
					{owners.length > 0 && <Counts caption="By whose they are" first="Who" lines={owners} />}
				</>
			)}
		</section>
	);
}

type CountsProps = { readonly caption: string; readonly first: string; readonly lines: GapsView['kinds'] };

function Counts({ caption, first, lines }: CountsProps) {
	return (
		<Table
			firstCellIsHeader
			caption={caption}
			captionSize="s"
			head={[first, { content: 'Gaps', numeric: true }, 'Oldest since']}
			rows={lines.map(({ text, href, many, oldest }) => [
				<a key="what" className="govuk-link" href={href}>
					{text}
				</a>,
				{ content: many, numeric: true },
				oldest,
			])}
		/>
	);
}
