import type { GridView } from './grid-view.ts';

/** How sentences name people and sessions of the grid: `Ann Ashby, session 3`, `Session 3` and `Ann Ashby`, by their ids. */
export function sayersOf({ rows, columns }: Pick<GridView, 'rows' | 'columns'>) {
	const names = new Map<string, string>(rows.map(({ key, name }) => [key, name]));
	const numbers = new Map<string, number>(columns.map(({ sessionId, planNumber }) => [sessionId, planNumber]));
	const person = (id: string) => names.get(id) ?? 'Somebody';
	return {
		person,
		session: (id: string) => `Session ${numbers.get(id) ?? ''}`.trim(),
		cell: (key: string) => {
			const [sessionId = '', enrolmentId = ''] = key.split('.');
			return `${person(enrolmentId)}, session ${numbers.get(sessionId) ?? ''}`.trim();
		},
	};
}
