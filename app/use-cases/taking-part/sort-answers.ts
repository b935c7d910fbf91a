import type { Actor } from '#app/domain/access/actor.ts';
import {
	type ChosenAnswer,
	mergeAnswer,
	NO_ANSWER,
	type TakingPartAnswer,
} from '#app/domain/attendance/taking-part.ts';
import type { Asks } from '#app/domain/programmes/asks.ts';
import type { EnrolmentId, SessionId } from '#app/domain/shared/ids.ts';

import type { Db } from '#db/client.ts';
import { listTakingPartHistory, type TakingPartRow } from '#db/queries/attendance/taking-part.ts';

/** What was chosen for one person on a page that showed their answers at `openedVersion`, 0 while there were none. */
export type TakingPartChoice = {
	readonly enrolmentId: EnrolmentId;
	readonly openedVersion: number;
	readonly answer: ChosenAnswer;
};

/** A colleague’s answer came first: `stands` is theirs. */
export type TakingPartConflict = { readonly chosen: TakingPartAnswer; readonly stands: TakingPartRow };

/** Parts the choices into what is to be written and what disagrees with a colleague; what is neither was saved already. */
export function sortAnswers(
	tx: Db,
	actor: Actor,
	{ sessionId, choices }: { readonly sessionId: SessionId; readonly choices: readonly TakingPartChoice[] },
	rows: ReadonlyMap<EnrolmentId, TakingPartRow>,
) {
	const history = listTakingPartHistory(tx, actor, sessionId);
	const writes: { row: TakingPartRow; answer: TakingPartAnswer }[] = [];
	const conflicts: TakingPartConflict[] = [];
	for (const { enrolmentId, openedVersion, answer } of choices) {
		const row = rows.get(enrolmentId)!;
		const merged = mergeAnswer(answerAt(history, enrolmentId, openedVersion), row, answer);
		if (merged.kind === 'write') writes.push({ row, answer: merged.answer });
		if (merged.kind === 'conflict') conflicts.push({ chosen: withWhatStands(answer, row), stands: row });
	}
	return { writes, conflicts };
}

type Version = TakingPartAnswer & { readonly enrolmentId: EnrolmentId; readonly version: number };

/** What somebody’s answers said at this version; nothing at version 0, or at one that there never was. */
function answerAt(history: readonly Version[], enrolmentId: EnrolmentId, version: number): TakingPartAnswer {
	return history.find((one) => one.enrolmentId === enrolmentId && one.version === version) ?? NO_ANSWER;
}

/** The answers without those to questions that the programme does not ask. */
export function onlyWhatIsAsked({ engagement, homework }: ChosenAnswer, asks: Asks): ChosenAnswer {
	return { engagement: asks.engagement ? engagement : undefined, homework: asks.homework ? homework : undefined };
}

/** What was chosen, with what stands for each part that was left as it is. */
function withWhatStands({ engagement, homework }: ChosenAnswer, stands: TakingPartAnswer): TakingPartAnswer {
	return {
		engagement: engagement === undefined ? stands.engagement : engagement,
		homework: homework === undefined ? stands.homework : homework,
	};
}
