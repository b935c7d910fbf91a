import type { EarlySign } from '#app/domain/attrition/early-signs.ts';
import { wallTimeOf } from '#app/domain/shared/instant.ts';
import { paths } from '#app/paths.ts';
import { formatDate } from '#app/ui/format.ts';
import type { CohortReview } from '#app/use-cases/cohorts/review-cohort.ts';

export type EarlySignsView = NonNullable<ReturnType<typeof earlySignsView>>;

/** Who shows an early sign, by name, each with the reasons in words and where to act; null for who reads marks alone. */
export function earlySignsView({ record, earlySigns }: CohortReview) {
	if (!record.may.readNotes) return null;
	return record.members.flatMap(({ enrolmentId, personId, name, reference }, index) => {
		const signs = earlySigns[index]!;
		if (signs.length === 0) return [];
		const open = record.attempts.find((task) => task.enrolmentId === enrolmentId && task.state === 'open');
		const act = open
			? { href: paths.task(open.id), words: 'Follow it up' }
			: { href: paths.person(personId), words: 'See how to reach them' };
		return [{ name, reference, href: paths.person(personId), reasons: signs.map(signInWords), act }];
	});
}

function signInWords(sign: EarlySign): string {
	switch (sign.kind) {
		case 'missed-first':
			return sign.missed === 1
				? 'Missed the first session and has not come yet'
				: `Missed the first session and has not come to any of ${sign.missed}`;
		case 'missed-in-a-row':
			return `Missed the last ${sign.missed} sessions, ${unexplained(sign.unexplained)} without contact`;
		case 'no-reply': {
			const day = formatDate(wallTimeOf(sign.at).day);
			return sign.outcome === 'not-reached'
				? `No reply: tried on ${day}, and has not come since`
				: `No reply: a message was left, noted on ${day}, and has not come since`;
		}
	}
}

function unexplained(count: number): string {
	return count === 0 ? 'none' : `${count} of them`;
}
