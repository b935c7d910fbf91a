import type { Session } from '#app/domain/scheduling/session.ts';

/** How a session is called inside a sentence: `session 3`, or `catch-up of session 3`. The one place that says so. */
export function sessionName({ kind, planNumber }: Pick<Session, 'kind' | 'planNumber'>): string {
	return kind === 'catch-up' ? `catch-up of session ${planNumber}` : `session ${planNumber}`;
}

/** The same as a heading or a link: `Session 3`, or `Catch-up of session 3`. */
export function sessionTitle(session: Pick<Session, 'kind' | 'planNumber'>): string {
	return session.kind === 'catch-up' ? `Catch-up of session ${session.planNumber}` : `Session ${session.planNumber}`;
}

/** A plan as a heading or a link: `Session 3: Looking back`; a plan without a title of its own is just `Session 3`. */
export function planTitle(number: number, title: string): string {
	return title === `Session ${number}` ? title : `Session ${number}: ${title}`;
}
