import type { RegisterProposal } from './proposal.ts';

/** What the import goes by, printed with every report. */
export const REGISTER_RULES: readonly string[] = [
	'Cells are named as the spreadsheet shows them. Marks use the codes attended, late(minutes), late(?) where no minutes are given, absent-notified(reason), absent-no-contact, caught-up, not-recorded, not-enrolled, session-cancelled.',
	'Letters are read without regard to case or outer spaces, by the key written in the workbook. An importer should show which mark it takes for which code and let a person confirm; it must not store an unknown mark as attended or absent.',
	'A blank cell (also one with only spaces) for an enrolled man at a session that was held is not-recorded: neither present nor absent, even if a comment on the cell says otherwise (the comment is shown, a person decides).',
	'A session that was cancelled is session-cancelled for every man enrolled at the time, whatever is in the cell. A man not enrolled is not-enrolled, also for a cancelled session.',
	"Reasons: the word typed (sick, work, court, hol, ill ...); 'apols' or 'Ap' alone has the reason 'not given'. A reason kept as typed, or 'hol' as 'holiday', counts as equal.",
	"The totals on the sheet are people's own formulas and are not to be imported as attendance. 'recount' holds the counts from the marks; totals_disagree says where attended + late differs from the sheet's figure.",
	'held_while_enrolled = sessions not cancelled at which the man was enrolled.',
];

/** How the year of dates typed without one was found; null where every date is a true date of the spreadsheet. */
export function yearNote({ sessions }: Pick<RegisterProposal, 'sessions'>): string | null {
	const typed = sessions.filter((session) => session.dateText !== null && session.day !== null);
	const years = [...new Set(typed.map((session) => session.day!.slice(0, 4)))];
	if (years.length === 0) return null;
	const which = years.length === 1 ? `the year is ${years[0]}` : `the years are ${years.join(' and ')}`;
	return `Text dates have no year or two digits; ${which}, from the title and from the dates beside them.`;
}
