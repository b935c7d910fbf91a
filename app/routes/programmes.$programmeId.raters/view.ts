import type { StaffActor } from '#app/domain/access/actor.ts';
import type { RatersOverSessions } from '#app/domain/observations/raters-over-sessions.ts';
import type { Programme } from '#app/domain/programmes/programme.ts';
import { programmeIdOf } from '#app/domain/programmes/programme-id.ts';
import { programmeLabel } from '#app/domain/programmes/variant.ts';
import { sentenceForNoIcc } from '#app/domain/statistics/icc.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { formatCount, formatDay, formatPercent } from '#app/ui/format.ts';
import { DIMENSION_NAMES } from '#app/ui/observations/dimensions.ts';
import { sessionTitle } from '#app/ui/session-name.ts';
import { reviewRaters } from '#app/use-cases/observations/review-raters.ts';

export type RatersView = ReturnType<typeof readRatersView>;
type Review = ReturnType<typeof reviewRaters>;

/** How far raters of the sessions of a programme agree, for training: figures over sessions, and nothing of any one rater. */
export function readRatersView(context: RequestContext, actor: StaffActor, programme: Programme) {
	const { observed, sessions, agreement } = reviewRaters(context, actor, programme);
	return {
		label: programmeLabel(programme),
		programmeHref: paths.programme(programmeIdOf(programme)),
		howMany: `Of ${formatCount('observed session', observed)}, ${sessions.length === 1 ? '1 was' : `${sessions.length} were`} scored by two raters with the same form.`,
		figures: sessions.length === 0 ? [] : figuresOf(agreement),
		alwaysAlike: agreement.items.filter(({ differ }) => differ.count === 0).length,
		items: agreement.items
			.filter(({ differ }) => differ.count > 0)
			.map((item) => [
				`${item.title}${hasSeveralForms(agreement) ? ` (form ${item.formVersion})` : ''}`,
				DIMENSION_NAMES[item.dimension],
				formatPercent(item.differ.count, item.differ.outOf),
				String(item.moreThanOne),
				item.apart.toFixed(2),
			]),
		sessions: sessions.map(sessionOf),
	};
}

/** A part of a sentence: words, or a figure that leads to the sessions that it is made of. */
export type Part = string | { readonly figure: string };

function figuresOf(agreement: RatersOverSessions): readonly (readonly Part[])[] {
	const { alike, nearlyAlike, withoutPair } = agreement;
	return [
		[
			...['Scored alike: ', { figure: formatPercent(alike.count, alike.outOf) }, ' of the items that both scored. '],
			...['At most one apart: ', { figure: formatPercent(nearlyAlike.count, nearlyAlike.outOf) }, '.'],
		],
		correlationInWords(agreement),
		...(withoutPair > 0
			? [[{ figure: formatCount('session', withoutPair) }, ' without an item that both scored: left out.']]
			: []),
	];
}

function correlationInWords({ icc, sessions }: RatersOverSessions): readonly Part[] {
	if (icc.done) {
		const { value, interval } = icc.value;
		const within = interval
			? `95% interval ${interval.low.toFixed(2)} to ${interval.high.toFixed(2)}`
			: 'no interval, because the two gave every session the same points';
		return [
			...[
				'Intraclass correlation ',
				{ figure: `${value.toFixed(2)}, ${within}, over ${formatCount('session', sessions)}` },
			],
			': form (1,1) of Shrout and Fleiss, different raters for each session, one rater’s points out of those possible. Read the interval before the figure.',
		];
	}
	if (icc.code === 'too-few-sessions')
		return [
			`The intraclass correlation is not calculable yet: it takes 10 sessions with two raters, and there ${sessions === 1 ? 'is' : 'are'} `,
			...[{ figure: String(sessions) }, '. Read the counts.'],
		];
	if (icc.code === 'no-spread')
		return [
			'The intraclass correlation is not calculable: the sessions hardly differ, so there is nothing to tell apart.',
		];
	return [sentenceForNoIcc(icc.code)];
}

function hasSeveralForms({ items }: RatersOverSessions): boolean {
	return new Set(items.map(({ formVersion }) => formVersion)).size > 1;
}

function sessionOf({ session, cohort, agreement: { alike, nearlyAlike } }: Review['sessions'][number]) {
	return {
		href: paths.sessionObservations(session.id),
		session: [cohort, sessionTitle(session), session.time && formatDay(session.time.day)].filter(Boolean).join(', '),
		alike: formatPercent(alike.count, alike.outOf),
		nearlyAlike: formatPercent(nearlyAlike.count, nearlyAlike.outOf),
	};
}
