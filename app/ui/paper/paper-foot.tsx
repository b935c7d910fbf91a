import { CATCH_UP_SIGN, LEGEND } from './paper-words.ts';

type PaperFootProps = {
	readonly printedAt: string;
	readonly lines: readonly { readonly owesCatchUp: boolean | null }[];
};

/** Below every sheet: the key, when it was printed, what the sheet does not know, and what is not for paper. */
export function PaperFoot({ printedAt, lines }: PaperFootProps) {
	const hasCatchUps = lines.some(({ owesCatchUp }) => owesCatchUp);
	const isUnknown = lines.some(({ owesCatchUp }) => owesCatchUp === null);
	return (
		<>
			<p className="govuk-body-s paper__key">
				{LEGEND}
				{hasCatchUps && ` · ${CATCH_UP_SIGN} owes a catch-up`}. Minutes: how late, or how early they left.
			</p>
			{isUnknown && (
				<p className="govuk-body-s paper__key">
					Who owes a catch-up is not shown to you, and so not marked here: ask the team of the cohort.
				</p>
			)}
			<p className="govuk-body-s paper__key">
				Printed on {printedAt}. Write no concern on this sheet: tell your lead. Type it up the same day, then shred it.
			</p>
		</>
	);
}
