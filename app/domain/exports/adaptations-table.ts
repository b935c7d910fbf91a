import type { AdaptationStanding } from '../fidelity/adaptation-records.ts';
import {
	COUNTED_QUESTIONS,
	type CountedQuestion,
	type RegisterGroup,
} from '../fidelity/adaptations/adaptation-register.ts';
import { hideSmallAnswers, hideSmallCount } from './small-counts.ts';
import type { Table, TableCell } from './table.ts';

type Group = RegisterGroup<{ readonly standing: AdaptationStanding }>;

export type RegisterToWrite = {
	readonly title: string;
	readonly groups: readonly Group[];
	readonly names: {
		/** The plan and the activity that a group is about. */
		readonly about: (group: Pick<Group, 'planNumber' | 'activityKey'>) => {
			readonly plan: string;
			readonly activity: string;
		};
		readonly standing: Readonly<Record<AdaptationStanding, string>>;
		readonly question: Readonly<Record<CountedQuestion, string>>;
		readonly answer: (answer: string) => string;
	};
};

const HIDDEN = 'hidden';

/**
 * How often what was changed in each activity, as a sheet that may leave the team: a line for each answer, without anybody’s
 * words, names or dates. A question with a small count among its answers is one line that says only that, because the answers
 * to each come to the same number of records; nothing is added up over activities (§9.9).
 */
export function adaptationsTable({ title, groups, names }: RegisterToWrite): Table {
	return {
		name: 'Adaptations',
		rows: [
			[null, title],
			['Session plan', 'Activity', 'Question', 'Answer', 'Records'],
			...groups.flatMap((group) => linesOf(group, names)),
			[],
			[null, 'Counts from 1 to 4 are hidden, and with one of them all answers to its question.'],
		],
		headRows: 2,
		headColumns: 2,
	};
}

function linesOf(group: Group, names: RegisterToWrite['names']): readonly (readonly TableCell[])[] {
	const { plan, activity } = names.about(group);
	const standings = [...Map.groupBy(group.records, ({ standing }) => standing)];
	const line = (
		question: string,
		answers: readonly (readonly [string, number])[],
	): readonly (readonly TableCell[])[] => {
		const counts = hideSmallAnswers(answers.map(([, count]) => count));
		if (!counts) return [[plan, activity, question, null, HIDDEN]];
		return answers.map(([answer], at) => [plan, activity, question, answer, counts[at]!]);
	};
	return [
		[plan, activity, 'All', null, hideSmallCount(group.records.length) ?? HIDDEN],
		...line(
			'Standing',
			standings.map(([standing, own]) => [names.standing[standing], own.length]),
		),
		...COUNTED_QUESTIONS.flatMap((question) =>
			line(
				names.question[question],
				group.answers[question].map(({ answer, count }) => [names.answer(answer), count]),
			),
		),
	];
}
