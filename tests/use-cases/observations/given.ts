import type { StaffActor } from '#app/domain/access/actor.ts';
import type { ItemScore } from '#app/domain/observations/observation.ts';
import type { ObservationId, SessionId } from '#app/domain/shared/ids.ts';
import { assignObserver } from '#app/use-cases/access/assign-observer.ts';
import { type ObservationToRecord, recordObservation } from '#app/use-cases/observations/record-observation.ts';
import { releaseObservation } from '#app/use-cases/observations/release-observation.ts';
import { listSessionObservations } from '#db/queries/observations/session-observations.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenTwoSides } from '#tests/support/families.ts';
import { givenStaff } from '#tests/support/world.ts';

/** After his session 8 of 3 March, with Owen and Ada to observe it, and a lead. */
export function givenObservers(now = '2026-03-03T21:00:00Z') {
	const context = testContext({ now });
	const two = givenTwoSides(context);
	const [owen, ada] = ['Owen Hart', 'Ada Blum'].map((name) =>
		givenStaff(context, { name, roles: ['observer'], sides: [] }),
	);
	const sessionId = two.his.sessionIds[7]!;
	for (const { staffId } of [owen!, ada!]) must(assignObserver(context, two.lead, { sessionId, staffId }));
	return { context, ...two, owen: owen!, ada: ada!, sessionId };
}

/** `3 2 - 1`: a score for each item of the form from the first on, a dash where it is left open. */
export function entriesOf({ content }: TestContext, scores: string) {
	const { items } = content.observationForm();
	return scores
		.split(' ')
		.map((score, at) => ({ itemKey: items[at]!.key, score: score === '-' ? null : Number(score) }));
}

/** The other way round: the scores of a version in the order of the form. */
export function scoresOf({ content }: TestContext, { scores }: { readonly scores: readonly ItemScore[] }): string {
	const { items } = content.observationForm();
	const given = items.map(({ key }) => scores.find(({ itemKey }) => itemKey === key)?.score ?? '-');
	return given.join(' ').replace(/( -)+$/, '');
}

/** Saves what somebody scored, submitted unless it says otherwise. */
export function observes(
	context: TestContext,
	who: StaffActor,
	sessionId: SessionId,
	scores = '3 2 - 1',
	more: Partial<ObservationToRecord> = {},
) {
	return recordObservation(context, who, {
		...{ sessionId, entries: entriesOf(context, scores), mode: 'live', submits: true, openedVersion: 0 },
		...{ strengths: null, nextSteps: null, note: null },
		...more,
	});
}

/** Releases what somebody submitted, as it stands. */
export function releases(context: TestContext, lead: StaffActor, sessionId: SessionId, observerId: string) {
	const all = listSessionObservations(context.db, lead, sessionId)!.observations;
	const one = all.find((observation) => observation.observerId === observerId);
	const version = one?.versions.at(-1)?.version ?? 0;
	return releaseObservation(context, lead, { sessionId, observationId: one?.id as ObservationId, version });
}

export function must<Outcome extends { readonly done: boolean }>(outcome: Outcome): Outcome & { readonly done: true } {
	if (!outcome.done) throw new Error(JSON.stringify(outcome));
	return outcome as Outcome & { readonly done: true };
}
