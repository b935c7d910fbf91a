import type { PaperStyle } from '#app/domain/attendance/paper-names.ts';
import type { wayBack } from '#app/http/way-back.ts';
import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { PaperFoot } from '#app/ui/paper/paper-foot.tsx';
import { BLANK_LINES, PaperName } from '#app/ui/paper/paper-name.tsx';
import { PaperStyles } from '#app/ui/paper/paper-styles.tsx';
import type { TermPaperView } from './paper-view.ts';

type TermPaperPageProps = {
	readonly view: TermPaperView;
	readonly back: ReturnType<typeof wayBack>;
	readonly style: PaperStyle;
	readonly printedAt: string;
};

export function TermPaperPage({ view, back, style, printedAt }: TermPaperPageProps) {
	const { cohortId, cohort, sessions, lines } = view;
	const title = 'Paper register of the coming sessions';
	return (
		<div className="paper-landscape">
			<BackLink href={back.href}>{back.words}</BackLink>
			<PageHeader caption={cohort} title={title} />
			<PaperStyles chosen={style} hrefOf={(one) => paths.termPaper(cohortId, one)} />
			{sessions.length === 0 ? (
				<EmptyState title="No session of this cohort is to come" />
			) : (
				<>
					<p className="govuk-body-s paper__key">
						A letter for each person and session; minutes and a word for the reason beside it.
					</p>
					<Sheet sessions={sessions} lines={lines} />
					<PaperFoot printedAt={printedAt} lines={lines} />
				</>
			)}
		</div>
	);
}

function Sheet({ sessions, lines }: Pick<TermPaperView, 'sessions' | 'lines'>) {
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard.
		<section className="table-scroll" tabIndex={0} aria-label="The sheet">
			<table className="paper paper--term">
				<caption className="govuk-visually-hidden">The people expected, with a cell for each session</caption>
				<thead>
					<tr>
						<th scope="col">Person</th>
						{sessions.map(({ id, planNumber, day, time }) => (
							<th key={id} scope="col">
								Session {planNumber}
								<br />
								{day}, {time}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{lines.map(({ enrolmentId, written, owesCatchUp, cells }) => (
						<tr key={enrolmentId}>
							<th scope="row">
								<PaperName written={written} owesCatchUp={owesCatchUp} />
							</th>
							{cells.map((cell, at) => (
								<td key={sessions[at]!.id}>{cell}</td>
							))}
						</tr>
					))}
					{BLANK_LINES.map((line) => (
						<tr key={line}>
							<th scope="row">
								<PaperName written={null} owesCatchUp={false} />
							</th>
							{sessions.map(({ id }) => (
								<td key={id} />
							))}
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}
