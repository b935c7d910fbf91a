import type { CatchUp } from '#app/domain/attendance/catch-ups.ts';
import type { BestPossible } from '#app/domain/attrition/best-possible.ts';
import { listInWords } from '#app/domain/shared/in-words.ts';
import { formatCount, formatDate } from '#app/ui/format.ts';

/** What somebody can still reach, and what it hangs on: `May miss 1 more; 2 catch-ups open`. */
export function completionInWords(best: BestPossible, catchUpsNeeded: number): string {
	const unless = catchUpsNeeded > 0 && `only with ${formatCount('catch-up', catchUpsNeeded)}`;
	const open = best.catchUpsOpen > 0 && `${formatCount('catch-up', best.catchUpsOpen)} open`;
	switch (best.standing) {
		case 'reached':
			return 'Has received enough to complete';
		case 'possible':
			return parts([`May miss ${best.mayMiss} more`, unless, open]);
		case 'last-chance':
			return parts(['May miss no more', unless, open]);
		case 'impossible':
			return parts(['Cannot complete any more', ...whyImpossible(best)]);
	}
}

/** Catch-ups without which the completion rule cannot be met; 0 when none is needed. */
export function catchUpsNeeded(best: BestPossible): number {
	return Math.max(0, best.needed - (best.possible - best.catchUpsOpen));
}

function whyImpossible(best: BestPossible): readonly (string | false)[] {
	const { possible, needed, requiredOutOfReach, individual } = best;
	return [
		possible < needed && `at best ${possible} of the ${needed} sessions needed`,
		requiredOutOfReach.length > 0 && `without session ${listInWords(requiredOutOfReach)}, which is required`,
		individual.possible < individual.needed &&
			`at best ${individual.possible} of ${formatCount('individual session', individual.needed)} needed`,
	];
}

function parts(all: readonly (string | false)[]): string {
	return all.filter((part) => part !== false).join('; ');
}

/** What is left to somebody who may miss no more: which catch-ups, and until when (§5.10). */
export function optionsInWords(catchUps: readonly CatchUp[], left: number): string {
	const booked = catchUps.flatMap(({ state, planNumber, day }) =>
		state === 'booked' && day ? [`session ${planNumber} on ${formatDate(day)}`] : [],
	);
	const open = left === 0 ? [] : catchUps.filter(({ state }) => state === 'needed').map(openInWords);
	const said = [
		booked.length > 0 && `A catch-up is booked: ${listInWords(booked)}.`,
		open.length > 0 && `Catch-ups still open: ${listInWords(open)}.`,
	].filter(Boolean);
	return said.length > 0 ? said.join(' ') : 'No catch-up is open: every session to come counts.';
}

function openInWords({ planNumber, lastDay }: CatchUp): string {
	return `session ${planNumber}${lastDay ? ` until ${formatDate(lastDay)}` : ''}`;
}

const STATE_WORDS: Readonly<Record<CatchUp['state'], (catchUp: CatchUp) => string>> = {
	needed: ({ lastDay }) => (lastDay ? `needed by ${formatDate(lastDay)}` : 'needed'),
	booked: ({ day }) => `booked for ${formatDate(day!)}`,
	done: ({ day }) => (day ? `done on ${formatDate(day)}` : 'done'),
	expired: ({ lastDay }) => `expired on ${formatDate(lastDay!)}`,
};

/** `session 3 needed by 12 May 2026`. */
export function catchUpInWords(catchUp: CatchUp): string {
	return `session ${catchUp.planNumber} ${STATE_WORDS[catchUp.state](catchUp)}`;
}
