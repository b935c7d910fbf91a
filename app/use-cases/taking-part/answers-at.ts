import { type ChosenAnswer, NO_ANSWER, type TakingPartAnswer } from '#app/domain/attendance/taking-part.ts';
import type { Asks } from '#app/domain/programmes/asks.ts';
import type { EnrolmentId } from '#app/domain/shared/ids.ts';

type Version = TakingPartAnswer & { readonly enrolmentId: EnrolmentId; readonly version: number };

/** What somebody’s answers said at this version; nothing at version 0, or at one that there never was. */
export function answerAt(history: readonly Version[], enrolmentId: EnrolmentId, version: number): TakingPartAnswer {
	return history.find((one) => one.enrolmentId === enrolmentId && one.version === version) ?? NO_ANSWER;
}

/** The answers without those to questions that the programme does not ask. */
export function onlyWhatIsAsked({ engagement, homework }: ChosenAnswer, asks: Asks): ChosenAnswer {
	return { engagement: asks.engagement ? engagement : undefined, homework: asks.homework ? homework : undefined };
}

/** What was chosen, with what stands for each part that was left as it is. */
export function withWhatStands({ engagement, homework }: ChosenAnswer, stands: TakingPartAnswer): TakingPartAnswer {
	return {
		engagement: engagement === undefined ? stands.engagement : engagement,
		homework: homework === undefined ? stands.homework : homework,
	};
}
