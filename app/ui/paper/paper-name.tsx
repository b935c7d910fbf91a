import { CATCH_UP_SIGN } from './paper-words.ts';

/** The lines below the people of a sheet, for somebody who was not expected. */
export const BLANK_LINES = ['first', 'second'];

type PaperNameProps = {
	/** As they are written on the sheet; null for whoever comes unexpected. */
	readonly written: string | null;
	readonly owesCatchUp: boolean | null;
};

/** Who a line of a sheet is for, with the sign of whoever is known to owe a catch-up. */
export function PaperName({ written, owesCatchUp }: PaperNameProps) {
	if (written === null) return <span className="govuk-visually-hidden">Somebody unexpected</span>;
	return (
		<>
			{written}
			{owesCatchUp && <abbr title="owes a catch-up"> {CATCH_UP_SIGN}</abbr>}
		</>
	);
}
