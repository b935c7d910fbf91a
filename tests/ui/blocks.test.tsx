import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { RegisterRow } from '#app/ui/blocks/register-row.tsx';
import { SaveBar } from '#app/ui/blocks/save-bar.tsx';
import { Segmented } from '#app/ui/blocks/segmented.tsx';
import { SessionStrip, type StripSession } from '#app/ui/blocks/session-strip.tsx';
import { StatCard } from '#app/ui/blocks/stat-card.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { type Markup, parseMarkup } from './markup.ts';

const held: StripSession = { number: 1, day: calendarDay('2026-01-13'), state: 'held', href: '/sessions/x' };

test('a session in the strip says in words what its colour shows', () => {
	const strip = (session: Partial<StripSession>) => heard(<SessionStrip sessions={[{ ...held, ...session }]} />);
	expect(strip({})).toBe('Session 1, Tuesday 13 January 2026, held');
	expect(strip({ state: 'today' })).toContain(', today');
	expect(strip({ state: 'to-come' })).toContain(', to come');
	expect(strip({ state: 'cancelled' })).toContain(', cancelled');
	expect(strip({ state: 'not-recorded' })).toContain('not recorded yet');
	expect(strip({ day: null, state: 'to-come' })).toContain('Session 1, not booked, to come');
	expect(strip({ movedFrom: calendarDay('2026-01-12') })).toContain(', moved from 12 January 2026');
});

test('the strip explains its unusual marks, and only those that it shows', () => {
	const cancelled = { ...held, number: 2, state: 'cancelled' as const };
	const moved = { ...held, number: 3, movedFrom: calendarDay('2026-01-12') };
	expect(heard(<SessionStrip sessions={[held]} />)).not.toContain('Struck through');
	expect(heard(<SessionStrip sessions={[held, cancelled]} />)).toContain('Struck through: cancelled.');
	expect(heard(<SessionStrip sessions={[held, moved]} />)).toContain('Marked corner: moved.');
});

test('the session that the page is about is marked as current', () => {
	const html = renderToStaticMarkup(<SessionStrip sessions={[held, { ...held, number: 2, current: true }]} />);
	expect(html.match(/aria-current="true"/g)).toHaveLength(1);
});

test('a register row is a fieldset called by the person, with one radio for each mark', () => {
	const marks = [
		{ value: 'attended', label: 'Attended', letter: 'P', tone: 'present' as const },
		{ value: 'late', label: 'Late', letter: 'L', tone: 'present' as const, opens: ['reason', 'minutes'] as const },
	];
	const html = renderToStaticMarkup(
		<RegisterRow
			id="row-7"
			person="Alex Smith"
			note="Received 6 of 6"
			error="Choose a mark for Alex Smith"
			marks={<Segmented name="mark-7" options={marks} selected="late" />}
		/>,
	);
	expect(html).toContain('<legend class="register-row__person">Alex Smith</legend>');
	expect(html).toContain('aria-describedby="row-7-note row-7-error"');
	expect(html.match(/type="radio"/g)).toHaveLength(2);
	expect(html.match(/ checked=""/g)).toHaveLength(1);
	// A summary of errors leads to the first; a label is its radio's by being around it.
	expect(html).toMatch(/<label><input type="radio" id="mark-7" name="mark-7"[^>]* value="attended"\/><span>Attended/);
	expect(html).toMatch(
		/<label><input type="radio" name="mark-7" [^>]*data-letter="L" data-opens="reason minutes"[^>]*checked="" value="late"\/><span>Late<\/span><\/label>/,
	);
});

test('nobody is marked before somebody has said so', () => {
	const html = renderToStaticMarkup(
		<Segmented name="mark" options={[{ value: 'attended', label: 'Attended' }]} selected={null} />,
	);
	expect(html).not.toContain('checked');
});

test('a stacked table names the column in every cell and stays a table', () => {
	const html = renderToStaticMarkup(
		<Table stacked head={['Cohort', 'Since']} rows={[['A', '3 days']]} firstCellIsHeader />,
	);
	expect(html).toContain('<span class="table__column" aria-hidden="true">Since</span>3 days');
	for (const role of ['table', 'rowgroup', 'row', 'columnheader', 'rowheader', 'cell']) {
		expect(html).toContain(`role="${role}"`);
	}
});

test('a page header, a figure, an empty list and the save bar say their words', () => {
	expect(heard(<PageHeader caption="Session 7 of 17" title="Register" />)).toBe('Session 7 of 17Register');
	expect(heard(<StatCard label="Still taking part" figure="9" outOf="of 12" note="2 left" />)).toBe(
		'Still taking part9 of 122 left',
	);
	expect(heard(<EmptyState title="No cohorts yet">Lay one out.</EmptyState>)).toBe('No cohorts yetLay one out.');
	expect(renderToStaticMarkup(<SaveBar button="Save register" status="9 of 12 marked" />)).toContain(
		'role="status">9 of 12 marked',
	);
});

/** The text of an element without what is hidden from those who listen. */
function heard(element: ReactElement): string {
	const text = (nodes: readonly Markup[]): string =>
		nodes
			.map((node) => {
				if (typeof node === 'string') return node;
				return node.attributes['aria-hidden'] === 'true' ? '' : text(node.children);
			})
			.join('');
	return text(parseMarkup(renderToStaticMarkup(element)));
}
