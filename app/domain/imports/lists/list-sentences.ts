import type { Refused } from '../../shared/outcome.ts';
import type { ListKind } from './import-kinds.ts';
import type { ListRefusal, RowRefusal } from './list-reading.ts';

/** What each kind of list is called, and the columns by which it is known. */
const LISTS: Readonly<Record<ListKind, { readonly name: string; readonly columns: string }>> = {
	facilitators: { name: 'a list of facilitators', columns: 'Name and Email' },
	cohorts: {
		name: 'a plan of cohorts',
		columns: 'Cohort, Programme, Start date, Start time, Venue, Facilitator and Nation',
	},
	'school-holidays': { name: 'a list of school dates', columns: 'Name and First day' },
};

/** Why a file is not read as this list, as a sentence that says what to do. */
export function listRefusalSentence(kind: ListKind, { code, details }: Refused<ListRefusal>): string {
	const { name, columns } = LISTS[kind];
	switch (code) {
		case 'not-this-list':
			return `This does not look like ${name}. It needs a row of headings with at least ${columns}`;
		case 'choose-a-sheet':
			return `More than one sheet looks like ${name}. Keep one of them in the file and upload it again`;
		case 'list-too-long':
			return `The list has more than ${details.most} rows. Split it into several files`;
	}
}

/** Why a row is not brought in: where it stands, what is wrong with its cell and what to do. */
export function rowRefusalSentence({ row, column, reason, raw }: Omit<RowRefusal, 'field'>): string {
	const where = column === '' ? `Row ${row}` : `Row ${row}, ${column}`;
	const says = raw === '' ? '' : ` It says “${inOneLine(raw)}”.`;
	return `${where}: ${REASONS[reason] ?? reason}.${says}`;
}

/** A cell's text as a sentence can hold it. */
export function inOneLine(text: string): string {
	const line = text.replace(/\s+/g, ' ').trim();
	return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

const REASONS: Readonly<Record<string, string>> = {
	'name-missing': 'there is no name. Add it',
	'formula-in-name': 'it begins like a formula. Take out the first sign',
	'name-too-long': 'it is too long for a name. Shorten it',
	'duplicate-email': 'an earlier row has the same address. Two people cannot share one; correct it, or delete the row',
	'date-missing': 'there is no first day. Add it',
	'date-unreadable': 'this is not a date that can be read. Write it as 14/2/2027',
	'date-impossible': 'there is no such day. Correct the date',
	'dates-in-wrong-order': 'the last day is before the first. Correct one of them',
	'code-missing': 'the cohort has no name. Add it',
	'code-twice': 'an earlier row has the same name. Give each cohort its own',
	'programme-missing': 'there is no programme. Add it',
	'programme-unknown': 'there is no such programme here. Write its name in full',
	'programme-ambiguous': 'it could be either programme. Write one name in full',
	'programme-not-here': 'this programme is not set up for this side',
	'side-unclear': 'it does not say for whom the group is. Write men or women',
	'weekday-unreadable': 'this is not a weekday. Correct it',
	'weekday-does-not-match-start-date': 'the start date is on another weekday. Correct the day or the date',
	'time-unreadable': 'this is not a time that can be read. Write it as 18:30',
	'finish-before-start': 'it ends before it starts, or lasts longer than ten hours. Correct one of the times',
	'venue-missing': 'there is no venue. Add it, or write Online',
	'facilitator-missing': 'there is no facilitator. Add one',
	'skip-weeks-unreadable': 'the weeks to skip have no dates that can be read. Write them as w/c 15/2/27',
	'nation-unreadable': 'this is not one of England, Wales, Scotland and Northern Ireland',
	'places-unreadable': 'this is not a number of places from 1 to 99. Correct it',
	'start-in-clock-change-gap':
		'a session would start in the hour that is left out when the clocks go forward. Change the time',
	'cannot-be-laid-out': 'its sessions cannot be laid out. Check the skipped weeks and the times',
	'label-missing': 'it has no name. Add it',
	'holiday-too-long': 'no school holiday lasts that long. Check the month and the year',
	'not-whole-days': 'it begins or ends within a day. School holidays are whole days',
	recurs: 'it comes again by a rule. Add each holiday with its own dates',
	'terms-overlap': 'this term begins before the one before it ends. Correct the dates',
};
