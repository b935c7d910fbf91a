import type { CoreContent } from '../fidelity/core-content.ts';
import type { ReceivedCell } from '../fidelity/received-content.ts';
import { RECEIVED_WORDS } from '../fidelity/received-words.ts';
import type { SessionPlan } from '../programmes/programme.ts';
import type { Table } from './table.ts';

export type ReceivedToWrite = {
	readonly title: string;
	readonly plans: readonly Pick<SessionPlan, 'number' | 'activities'>[];
	readonly people: readonly {
		readonly filedName: string;
		readonly reference: string;
		/** One for each activity of the plans, in their order. */
		readonly cells: readonly ReceivedCell[];
		readonly core: Pick<CoreContent, 'planned' | 'received' | 'missing' | 'notKnown'>;
	}[];
};

/** What each person received as a sheet: a row a person, a column an activity in plan order, each cell in words (§7.8). */
export function receivedTable({ title, plans, people }: ReceivedToWrite): Table {
	const activities = plans.flatMap(({ number, activities: own }) => own.map((activity) => ({ ...activity, number })));
	const counts = ['Core planned', 'Core received', 'Core missing', 'Core not known'];
	return {
		name: 'Received',
		rows: [
			[null, title],
			[null, null, ...counts.map(() => null), ...activities.map(({ number }) => `Session ${number}`)],
			['Reference', 'Name', ...counts, ...activities.map((one) => (one.core ? `${one.title} (core)` : one.title))],
			...people.map(({ reference, filedName, cells, core }) => [
				...[reference, filedName, core.planned, core.received, core.missing, core.notKnown],
				...cells.map(({ state }) => RECEIVED_WORDS[state].words),
			]),
		],
		headRows: 3,
		headColumns: 2,
	};
}
