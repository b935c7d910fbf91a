import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { ImportedPerson } from '#app/domain/imports/cohort/imported-person.ts';
import type { ImportedSession } from '#app/domain/imports/cohort/imported-sessions.ts';
import type { CohortId, EnrolmentId, ImportId, PersonId, SessionId } from '#app/domain/shared/ids.ts';
import type { Db } from '#db/client.ts';
import { insertEnrolment } from '#db/stores/cohorts.ts';
import { insertCatchUps, insertEarlierTime, insertImportedRegister } from '#db/stores/imports.ts';
import { insertPerson } from '#db/stores/people.ts';
import { insertSession } from '#db/stores/sessions.ts';
import type { Told } from '../audit/audited.ts';
import { replan } from '../reminders/replan.ts';
import { keepLadder } from '../tasks/keep-ladder.ts';
import type { PreparedImport } from './prepare-import.ts';
import { type Storing, storeCohort } from './store-imported-cohort.ts';

type ToStore = { readonly importId: ImportId; readonly prepared: PreparedImport };
/** Writes everything that an import makes, its people and their past included; answers with what the audit entry is to say. */
export function storeImport(context: AppContext, tx: Db, actor: Actor, { importId, prepared }: ToStore): Told {
	const by = actor.kind === 'staff' ? actor.staffId : null;
	const cohortId = context.ids.next<CohortId>();
	const { programme } = prepared.settled;
	const storing: Storing = { context, tx, importId, cohortId, programme, by, now: context.clock.now() };
	storeCohort(storing, prepared);
	const sessionIds = new Map(
		prepared.plan.sessions.map((session) => [session.planNumber, storeSession(storing, session)]),
	);
	const members = prepared.plan.people.map((person) => ({ person, ...storePerson(storing, person) }));
	for (const [planNumber, sessionId] of sessionIds) storeRegister(storing, members, planNumber, sessionId);
	keepLadder(context, tx, actor, { enrolmentIds: members.map(({ enrolmentId }) => enrolmentId) });
	replan(context, tx, { cohortId });
	return { people: members.map(({ personId }) => personId), details: { cohort: cohortId, sessions: sessionIds.size } };
}

function storeSession({ context, tx, cohortId, by, now }: Storing, session: ImportedSession): SessionId {
	const { planNumber, kind, state, stateReason, time, lengthMinutes, moved } = session;
	const id = context.ids.next<SessionId>();
	const timeVersion = moved ? 2 : 1;
	const why = moved?.why ?? (session.column === null ? 'first plan' : 'from the paper register');
	insertSession(
		tx,
		{ id, cohortId, planNumber, kind, state, stateReason, ...time, lengthMinutes, timeVersion, changedAt: now },
		{ setBy: by, why },
	);
	if (moved) {
		const { day, startTime } = moved.from;
		const first = { sessionId: id, timeVersion: 1, day, startTime, lengthMinutes, setAt: now, setBy: by };
		insertEarlierTime(tx, { ...first, why: 'first plan' });
	}
	return id;
}

function storePerson({ context, tx, importId, cohortId, programme, now }: Storing, person: ImportedPerson) {
	const { slug: programmeSlug, side } = programme;
	const personId = context.ids.next<PersonId>();
	const enrolmentId = context.ids.next<EnrolmentId>();
	const { givenName, familyName, reference, enrolledOn, joinsAtPlan, state, exit, catchUps } = person;
	insertPerson(tx, { id: personId, side, reference, givenName, familyName, createdAt: now, importId });
	insertEnrolment(tx, {
		...{ id: enrolmentId, personId, cohortId, programmeSlug, enrolledOn, joinsAtPlan, state },
		...{ exitOn: exit?.on, exitKind: exit?.kind, exitReason: exit?.reason, exitNote: exit?.note },
	});
	const madeUp = catchUps.map(({ planNumber, doneOn }) => ({ enrolmentId, planNumber, doneOn, importId }));
	insertCatchUps(tx, madeUp);
	return { personId, enrolmentId };
}

type Member = { readonly person: ImportedPerson; readonly enrolmentId: EnrolmentId };

function storeRegister({ tx, by, now }: Storing, members: readonly Member[], planNumber: number, id: SessionId): void {
	const rows = members.flatMap(({ person, enrolmentId }) => {
		const row = person.rows.find((one) => one.planNumber === planNumber);
		return row
			? [{ enrolmentId, expected: row.expected, ...row.entry, ...(row.entry && { markedAt: now, markedBy: by }) }]
			: [];
	});
	insertImportedRegister(tx, id, rows);
}
