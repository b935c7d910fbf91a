import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { idsToKeep } from '#app/domain/audit/entry.ts';
import { stateByCalendar } from '#app/domain/cohorts/cohort-state.ts';
import { planNumbered } from '#app/domain/programmes/programme.ts';
import type { CohortId, SessionId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { findCohort } from '#db/queries/cohorts.ts';
import { insertCohort } from '#db/stores/cohorts.ts';
import { insertSession } from '#db/stores/sessions.ts';
import { audited } from '../audit/audited.ts';
import { linkLaidOut } from '../pairs/lay-out-in-step.ts';
import { type CohortDraft, type CohortPlanned, type DraftRefusal, planCohort } from './plan-cohort.ts';

type Confirmation = {
	/** Of the plan that the person looked at. */
	readonly fingerprint: string;
	/** The soft warnings were ticked. */
	readonly accepted: boolean;
	/** Save it as a draft if it has clashes. */
	readonly asDraft?: boolean;
	/** Made with the plan: saving it twice makes one cohort. */
	readonly cohortId: CohortId;
};
type Refusal = DraftRefusal | 'plan-changed' | 'clashes' | 'warning-not-accepted';

/**
 * Saves a cohort with its sessions, pattern and team exactly as its plan was shown. The plan is made anew: refused, with
 * that plan in the details, when it is no longer the one that was looked at, when a warning was not ticked, and when it has
 * a clash past which nobody may book, unless as a draft: then it waits until that is resolved (§2.9).
 */
export function layOutCohort(
	context: AppContext,
	actor: Actor,
	draft: CohortDraft,
	{ fingerprint, accepted, asDraft = false, cohortId }: Confirmation,
): Outcome<CohortId, Refusal> {
	return audited(context, { actor, action: 'cohort-laid-out' }, (tx, tell) => {
		if (findCohort(tx, actor, cohortId)) return done(cohortId);
		const plan = planCohort(context, tx, actor, draft);
		if (!plan.done) return plan;
		const planned = plan.value;
		if (planned.fingerprint !== fingerprint) return refused('plan-changed', { planned });
		const isDraft = planned.clashes.length > 0;
		if (isDraft && !asDraft) return refused('clashes', { planned });
		if (!isDraft && planned.warnings.length > 0 && !accepted) return refused('warning-not-accepted', { planned });
		tell({ record: ['cohort', cohortId], details: { sessions: planned.laidOut.sessions.length, isDraft } });
		saveCohort(context, tx, { actor, id: cohortId, draft, planned });
		if (draft.inStepWith) {
			const own = { id: cohortId, side: planned.programme.side };
			linkLaidOut(context, tx, actor, { own, otherId: draft.inStepWith });
			tell({ details: { with: idsToKeep([draft.inStepWith]) } });
		}
		return done(cohortId);
	});
}

type ToSave = {
	readonly actor: Actor;
	readonly id: CohortId;
	readonly draft: CohortDraft;
	readonly planned: CohortPlanned;
};

function saveCohort({ clock, ids }: AppContext, tx: Db, { actor, id, draft, planned }: ToSave): void {
	const now = clock.now();
	const { programme, laidOut } = planned;
	insertCohort(tx, {
		cohort: cohortRow({ id, draft, planned }, now),
		slots: draft.slots,
		skippedWeeks: draft.skippedWeeks.map(({ from, to, label }) => ({ fromDay: from, toDay: to, label })),
		team: [
			{ staffId: draft.leadId, duty: 'lead-facilitator' },
			...draft.coFacilitatorIds.map((staffId) => ({ staffId, duty: 'co-facilitator' }) as const),
		],
	});
	const set = { setBy: actor.kind === 'staff' ? actor.staffId : null, why: 'first plan' };
	for (const { planNumber, kind, time } of laidOut.sessions) {
		const lengthMinutes = time?.lengthMinutes ?? planNumbered(programme, planNumber).minutes;
		const sessionId = ids.next<SessionId>();
		insertSession(
			tx,
			{ id: sessionId, cohortId: id, planNumber, kind, state: 'scheduled', ...time, lengthMinutes, changedAt: now },
			set,
		);
	}
}

function cohortRow({ id, draft, planned }: Omit<ToSave, 'actor'>, now: Instant) {
	const { programme, laidOut, nation, venueId } = planned;
	const times = laidOut.sessions.map(({ time }) => time);
	return {
		id,
		name: draft.name,
		programmeSlug: programme.slug,
		programmeVersion: programme.version,
		programmeVariant: programme.variant,
		side: programme.side,
		areaId: draft.areaId,
		nation,
		venueId,
		roomId: draft.place.roomId,
		onlineRoom: venueId === null ? (draft.onlineRoom ?? null) : null,
		earliestStart: draft.earliestStart,
		runsOnBankHoliday: draft.runsOnBankHoliday,
		skipsSchoolHolidays: draft.skipsSchoolHolidays ?? false,
		places: draft.places,
		state: planned.clashes.length > 0 ? ('draft' as const) : stateByCalendar(times, now),
		createdAt: now,
	};
}
