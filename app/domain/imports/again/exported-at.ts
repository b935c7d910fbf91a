import { EXPORTED } from '../../exports/register-table.ts';
import { type Instant, parseInstant } from '../../shared/instant.ts';
import type { Workbook } from '../sheet/workbook.ts';

/** When a sheet left Plumbline, as it says itself; null for a sheet that did not come from here. */
export function exportedAt({ sheets }: Workbook): Instant | null {
	for (const { text } of sheets.flatMap(({ cells }) => cells)) {
		const [word, moment, ...others] = text.trim().split(/\s+/);
		if (word === EXPORTED && moment !== undefined && others.length === 0) return parseInstant(moment);
	}
	return null;
}
