import { MARK_MEANINGS, REASON_LABELS } from '#app/domain/attendance/marks.ts';
import type { MarkEntry } from '#app/domain/attendance/register.ts';
import { formatCount } from '../format.ts';

/** A mark with its minutes and its reason, without its note: `Late (10 minutes, travel)`. */
export function markInWords({ mark, minutes, reason }: Omit<MarkEntry, 'note'>): string {
	if (mark === null) return 'Not recorded';
	const said = [minutes && formatCount('minute', minutes), reason && REASON_LABELS[reason].toLowerCase()];
	const more = said.filter(Boolean).join(', ');
	return more === '' ? MARK_MEANINGS[mark].label : `${MARK_MEANINGS[mark].label} (${more})`;
}
