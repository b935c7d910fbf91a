import type { LogId, StaffId } from '../shared/ids.ts';
import type { Instant } from '../shared/instant.ts';
import type { ActivityRating } from './activity-ratings.ts';

/** What a log says of one activity. `minutes` are the actual ones, null when the facilitator did not say. */
export type RatedActivity = {
	readonly activityKey: string;
	readonly rating: ActivityRating;
	readonly minutes: number | null;
	readonly reason: string | null;
};

/** What one facilitator says was delivered in one session. A correction is a new version of the same person's log. */
export type DeliveryLog = {
	readonly id: LogId;
	readonly staffId: StaffId;
	readonly version: number;
	readonly savedAt: Instant;
	readonly ratings: readonly RatedActivity[];
};

/** The log that a session's figures come from, and the others, each in its newest version. */
export type SessionLogs<Log> = { readonly used: Log | null; readonly apart: readonly Log[] };

/**
 * Logs of one session are never averaged. The figures come from the newest version by the facilitator who saved a log
 * first: of two that were saved at one instant the one that comes first, so the logs are given in the order of saving. The
 * second log, written blind, is kept apart for the debrief. (§7.2, §7.3; decision of ours)
 */
export function chooseLog<Log extends Pick<DeliveryLog, 'staffId' | 'version' | 'savedAt'>>(
	logs: readonly Log[],
): SessionLogs<Log> {
	const byFacilitator = [...Map.groupBy(logs, (log) => log.staffId).values()].map((versions) =>
		versions.toSorted((one, other) => one.version - other.version),
	);
	const firstSaved = byFacilitator
		.toSorted(([one], [other]) => (one!.savedAt === other!.savedAt ? 0 : one!.savedAt < other!.savedAt ? -1 : 1))
		.map((versions) => versions.at(-1)!);
	const [used = null, ...apart] = firstSaved;
	return { used, apart };
}

/** “Record complete”, never “Completed”: the register has no gap, and at least one log is saved (§7.1). */
export function isRecordComplete(register: { readonly notRecorded: number }, logs: readonly unknown[]): boolean {
	return register.notRecorded === 0 && logs.length > 0;
}
