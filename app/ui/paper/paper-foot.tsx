import { CATCH_UP_SIGN, LEGEND } from './paper-words.ts';

type PaperFootProps = {
	readonly printedAt: string;
	readonly hasCatchUps: boolean;
};

/** Below every sheet: the key, when it was printed, and what is not for paper. */
export function PaperFoot({ printedAt, hasCatchUps }: PaperFootProps) {
	return (
		<>
			<p className="govuk-body-s paper__key">
				{LEGEND}
				{hasCatchUps && ` · ${CATCH_UP_SIGN} owes a catch-up`}. Minutes: how late, or how early they left.
			</p>
			<p className="govuk-body-s paper__key">
				Printed on {printedAt}. Write no concern on this sheet: tell your lead. Type it up the same day, then shred it.
			</p>
		</>
	);
}
