import type { PaperStyle } from '#app/domain/attendance/paper-names.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { PaperFoot } from '#app/ui/paper/paper-foot.tsx';
import { BLANK_LINES, PaperName } from '#app/ui/paper/paper-name.tsx';
import { PaperStyles } from '#app/ui/paper/paper-styles.tsx';
import { LETTERS } from '#app/ui/paper/paper-words.ts';
import type { PaperView } from './paper-view.ts';

type PaperPageProps = { readonly view: PaperView; readonly style: PaperStyle; readonly printedAt: string };

export function PaperPage({ view, style, printedAt }: PaperPageProps) {
	const { sessionId, cohortId, cohort, name, when, lines, isCancelled, isOfTerm } = view;
	return (
		<>
			<BackLink href={paths.register(sessionId)}>Register</BackLink>
			<PageHeader caption={`${cohort} · ${when}`} title={`Paper register: ${name}`} />
			<PaperStyles chosen={style} hrefOf={(one) => paths.registerPaper(sessionId, one)} />
			{isOfTerm && (
				<p className="govuk-body no-print">
					<a className="govuk-link" href={paths.termPaper(cohortId, style)}>
						The coming sessions on one sheet
					</a>
				</p>
			)}
			{isCancelled && <p className="govuk-body">This session did not go ahead.</p>}
			<p className="govuk-body paper__question">
				Did the session go ahead? ☐ Yes ☐ No, because:
				<span className="paper__line" aria-hidden="true" />
			</p>
			<Sheet lines={lines} />
			<PaperFoot printedAt={printedAt} lines={lines} />
		</>
	);
}

function Sheet({ lines }: { readonly lines: PaperView['lines'] }) {
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard.
		<section className="table-scroll" tabIndex={0} aria-label="The sheet">
			<table className="paper">
				<caption className="govuk-visually-hidden">The people expected, with a box for each mark</caption>
				<thead>
					<tr>
						<th scope="col">Person</th>
						{LETTERS.map(({ letter, label }) => (
							<th key={letter} scope="col" className="paper__letter">
								{letter}
								<span className="govuk-visually-hidden"> {label}</span>
							</th>
						))}
						<th scope="col">Minutes</th>
						<th scope="col" className="paper__note">
							Reason or note
						</th>
					</tr>
				</thead>
				<tbody>
					{lines.map((line) => (
						<Line key={line.enrolmentId} line={line} />
					))}
					{BLANK_LINES.map((line) => (
						<tr key={line}>
							<th scope="row">
								<PaperName written={null} owesCatchUp={false} />
							</th>
							<Boxes mark={null} />
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

function Line({ line: { written, owesCatchUp, mark } }: { readonly line: PaperView['lines'][number] }) {
	return (
		<tr>
			<th scope="row">
				<PaperName written={written} owesCatchUp={owesCatchUp} />
			</th>
			<Boxes mark={mark} />
		</tr>
	);
}

function Boxes({ mark }: { readonly mark: string | null }) {
	return (
		<>
			{LETTERS.map((one) => (
				<td key={one.letter} className="paper__letter">
					{one.mark === mark ? (
						<>
							<span aria-hidden="true">☒</span>
							<span className="govuk-visually-hidden">{one.label}</span>
						</>
					) : (
						<span aria-hidden="true">☐</span>
					)}
				</td>
			))}
			<td className="paper__minutes" />
			<td className="paper__note" />
		</>
	);
}
