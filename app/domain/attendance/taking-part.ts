import { type Asks, ENGAGEMENT_LEVELS, type EngagementLevel } from '../programmes/asks.ts';
import { MARK_MEANINGS, type Mark } from './marks.ts';

export const HOMEWORK_ANSWERS = ['done', 'partly', 'not-done', 'none-set'] as const;
export type HomeworkAnswer = (typeof HOMEWORK_ANSWERS)[number];

export const HOMEWORK_NAMES: Readonly<Record<HomeworkAnswer, string>> = {
	done: 'Done',
	partly: 'Partly',
	'not-done': 'Not done',
	'none-set': 'None was set',
};

/** What is written of one person at one session. Null is missing: never a default, never the lowest level. */
export type TakingPartAnswer = {
	readonly engagement: EngagementLevel | null;
	readonly homework: HomeworkAnswer | null;
};

/** What somebody chose on a page; undefined leaves a part as it is, because no radio of it was chosen. */
export type ChosenAnswer = {
	readonly engagement: EngagementLevel | null | undefined;
	readonly homework: HomeworkAnswer | null | undefined;
};

export const NO_ANSWER: TakingPartAnswer = { engagement: null, homework: null };

/** Whether a programme asks anything about taking part at all. */
export function asksAnything({ engagement, homework }: Asks): boolean {
	return engagement !== null || homework;
}

/** Whether there is something to ask of a person with this mark: only who was in the room can have taken part. */
export function isAskedOf(mark: Mark | null): boolean {
	return mark !== null && MARK_MEANINGS[mark].attended;
}

/** Whether nothing that the programme asks is missing. */
export function isAnswered({ engagement, homework }: TakingPartAnswer, asks: Asks): boolean {
	return (asks.engagement === null || engagement !== null) && (!asks.homework || homework !== null);
}

/** Whether the two say the same. */
export function isSameAnswer(one: TakingPartAnswer, other: TakingPartAnswer): boolean {
	return one.engagement === other.engagement && one.homework === other.homework;
}

/** Whether the second changes what the first says; filling in what nobody has answered is no correction, however late (§5.5). */
export function isAnswerCorrected(stands: TakingPartAnswer, answer: TakingPartAnswer): boolean {
	return (['engagement', 'homework'] as const).some((part) => stands[part] !== null && stands[part] !== answer[part]);
}

/** `write` holds what is to stand; `conflict`: a colleague and the chooser disagree about the same part. */
export type MergedAnswer =
	| { readonly kind: 'unchanged' | 'conflict' }
	| { readonly kind: 'write'; readonly answer: TakingPartAnswer };

/**
 * What becomes of one person’s answers on a page that may be out of date: `opened` is what it showed, `current` what stands
 * now. Engagement and homework are two questions: one who answers the first and one who answers the second agree, and only
 * two different answers to the same one conflict (§5.6).
 */
export function mergeAnswer(opened: TakingPartAnswer, current: TakingPartAnswer, chosen: ChosenAnswer): MergedAnswer {
	const engagement = mergePart(opened.engagement, current.engagement, chosen.engagement);
	const homework = mergePart(opened.homework, current.homework, chosen.homework);
	if (engagement === 'conflict' || homework === 'conflict') return { kind: 'conflict' };
	const answer = { engagement, homework };
	return isSameAnswer(answer, current) ? { kind: 'unchanged' } : { kind: 'write', answer };
}

function mergePart<Part>(opened: Part, current: Part, chosen: Part | undefined): Part | 'conflict' {
	if (chosen === undefined || chosen === current || chosen === opened) return current;
	return opened === current ? chosen : 'conflict';
}

/** One expected person at one session, as far as it is about taking part. */
export type TakingPartFact = TakingPartAnswer & { readonly mark: Mark | null };

/** Counts of people at sessions: each `answered` with `missing` is everybody who attended. */
export type TakingPartCount = {
	readonly attended: number;
	/** By level, the first for 1; null where the programme does not ask. */
	readonly engagement: {
		readonly answered: number;
		readonly missing: number;
		readonly byLevel: readonly number[];
	} | null;
	/** `none-set` is an answer, and says nothing of anybody’s work. Null where the programme does not ask. */
	readonly homework: {
		readonly answered: number;
		readonly missing: number;
		readonly byAnswer: Readonly<Record<HomeworkAnswer, number>>;
	} | null;
};

/** Counts what is known of taking part: only of who attended, and what is missing stands beside it as a count (§7.4). */
export function countTakingPartAnswers(facts: readonly TakingPartFact[], asks: Asks): TakingPartCount {
	const attended = facts.filter(({ mark }) => isAskedOf(mark));
	const levels = attended.flatMap(({ engagement }) => engagement ?? []);
	const homework = attended.flatMap((fact) => fact.homework ?? []);
	const countOf = <Answer>(answers: readonly Answer[], one: Answer) => answers.filter((other) => other === one).length;
	return {
		attended: attended.length,
		engagement: asks.engagement && {
			answered: levels.length,
			missing: attended.length - levels.length,
			byLevel: ENGAGEMENT_LEVELS.map((level) => countOf(levels, level)),
		},
		homework: asks.homework
			? {
					answered: homework.length,
					missing: attended.length - homework.length,
					byAnswer: Object.fromEntries(HOMEWORK_ANSWERS.map((answer) => [answer, countOf(homework, answer)])) as Record<
						HomeworkAnswer,
						number
					>,
				}
			: null,
	};
}
