import type { SessionId } from '../shared/ids.ts';
import type { TaskState } from '../tasks/task.ts';

/** What happens to the wish to bring a session to supervision, as its history tells it. */
export const SUPERVISION_EVENTS = ['asked', 'taken-back'] as const;
export type SupervisionEvent = (typeof SUPERVISION_EVENTS)[number];

/** `none`: never asked, or taken back. `asked`: it waits for a lead. `held`: a lead said what came of it. */
export type SupervisionState = 'none' | 'asked' | 'held';

/** Where it stands: by the last event, and by the lead’s task that the asking opened. What a lead has settled stays so. */
export function supervisionState(
	events: readonly { readonly event: SupervisionEvent }[],
	task: TaskState | null,
): SupervisionState {
	if (task === 'done') return 'held';
	return events.at(-1)?.event === 'asked' ? 'asked' : 'none';
}

/** The cause of the one task of the leads to bring this session to supervision. */
export function supervisionCause(sessionId: SessionId): string {
	return `supervision ${sessionId}`;
}
