import { hasStarted } from '#app/domain/scheduling/session.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { plusMinutes } from '#app/domain/shared/instant.ts';
import { recordRegister } from '#app/use-cases/register/record-register.ts';
import { listRegisterRows } from '../queries/registers.ts';
import { listSessions } from '../queries/sessions.ts';
import type { Chapter } from './chapters.ts';
import { certainly, type Stage } from './stage.ts';

/** Somebody rang the coordinator an hour ago: work keeps them from the next session. */
export function tellApology(stage: Stage, { coordinator }: Chapter, cohortId: CohortId): void {
	const { context, now } = stage;
	const actor = stage.actor(coordinator);
	const ahead = listSessions(context.db, actor, [cohortId]).find(
		(session) => session.state === 'scheduled' && session.time !== null && !hasStarted(session, now),
	);
	if (!ahead) return;
	const row = listRegisterRows(context.db, actor, ahead.id).find(({ expected, mark }) => expected && mark === null);
	if (!row) return;
	stage.at(plusMinutes(now, -60));
	const entry = { mark: 'absent-notified', minutes: null, reason: 'work', note: null } as const;
	const choices = [{ enrolmentId: row.enrolmentId, openedVersion: row.version, entry }];
	const register = { sessionId: ahead.id, choices, restAttended: false, correctionReason: null };
	certainly(recordRegister(context, actor, register));
	stage.at(now);
}
