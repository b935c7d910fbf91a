import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { joinCohort } from '#app/domain/cohorts/joining.ts';
import type { CohortId, EnrolmentId, PersonId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { findCohort } from '#db/queries/cohorts.ts';
import { countPlacesTaken, hasActivePlace, hasPlaceFrom } from '#db/queries/enrolments.ts';
import { listSessions } from '#db/queries/sessions.ts';
import { mayOn } from '#db/queries/visible-cohorts.ts';
import { insertEnrolment } from '#db/stores/cohorts.ts';
import { insertRegisterRow } from '#db/stores/registers.ts';
import { audited } from '../audit/audited.ts';
import { refusePlace } from '../clashes/slot-for-person.ts';
import { countSlotRefusal, NEUTRAL, refuseAsking } from '../clashes/slot-refusals.ts';
import { replan } from '../reminders/replan.ts';
import { type PersonRefusal, personWhoJoins, type WhoJoins } from './person-who-joins.ts';

type JoiningRefusal = 'not-found' | 'draft' | 'cohort-full' | 'joining-closed' | 'nothing-to-join';
type PlaceRefusal = 'already-on-programme' | 'ended-today' | 'slot-not-available' | 'elsewhere-then' | 'too-many-slots';
type Refusal = JoiningRefusal | PersonRefusal | PlaceRefusal;
type Enrolled = { readonly enrolmentId: EnrolmentId; readonly personId: PersonId };

/**
 * Gives a person a place in the cohort and a row in the register of every session to come from the one at which they join.
 * Refused past the last joining session, when all places are taken, while they have an active place in the programme, and
 * when a place in this cohort began and ended for them today: its end is to be taken back. `slot-not-available` says no
 * more, whatever keeps the person from this cohort, and is counted; who is told so too often has to wait.
 */
export function enrolPerson(
	context: AppContext,
	actor: Actor,
	{ cohortId, who }: { cohortId: CohortId; who: WhoJoins },
): Outcome<Enrolled, Refusal> {
	const event = { actor, action: 'person-enrolled', record: ['cohort', cohortId] } as const;
	const outcome = audited(context, event, (tx, tell): Outcome<Enrolled, Refusal> => {
		const waits = refuseAsking(context, tx, actor);
		if (waits) return waits;
		const joining = findJoining(context, tx, actor, cohortId);
		if (!joining.done) return joining;
		const { programmeSlug } = joining.value.cohort;
		const person = personWhoJoins(context, tx, actor, joining.value.cohort, who);
		if (!person.done) return person;
		const personId = person.value;
		tell({ people: [personId] });
		if (hasActivePlace(tx, personId, programmeSlug)) return refused('already-on-programme');
		const enrolledOn = dayOf(context.clock.now());
		if (hasPlaceFrom(tx, personId, cohortId, enrolledOn)) return refused('ended-today');
		const { cohort, joinsAtPlan, expectedAt } = joining.value;
		const against = refusePlace(context, tx, actor, { personId, cohort, sessions: expectedAt });
		if (against) return against;
		const enrolmentId = context.ids.next<EnrolmentId>();
		tell({ details: { enrolment: enrolmentId, isNew: who.kind === 'new' } });
		insertEnrolment(tx, {
			id: enrolmentId,
			personId,
			cohortId,
			programmeSlug,
			enrolledOn,
			joinsAtPlan,
			state: 'enrolled',
		});
		for (const { id: sessionId } of expectedAt) insertRegisterRow(tx, { sessionId, enrolmentId });
		replan(context, tx, { personId });
		return done({ enrolmentId, personId });
	});
	if (!outcome.done && outcome.code === 'slot-not-available') countSlotRefusal(context, actor, [NEUTRAL], cohortId);
	return outcome;
}

/** The cohort, its places, and where somebody who joins now would come in; refused as `enrolPerson` is. For its page too. */
export function findJoining({ content, clock }: AppContext, db: Db, actor: Actor, cohortId: CohortId) {
	const cohort = findCohort(db, actor, cohortId);
	if (!cohort || !mayOn(db, actor, 'write', 'person', cohortId)) return refused('not-found');
	if (cohort.state === 'draft') return refused('draft');
	const { programmeSlug: slug, programmeVersion: version, programmeVariant: variant } = cohort;
	const joining = joinCohort({
		programme: content.programmeOf({ slug, version, variant }),
		sessions: cohort.state === 'cancelled' ? [] : listSessions(db, actor, [cohortId]),
		places: cohort.places,
		placesTaken: countPlacesTaken(db, cohortId),
		now: clock.now(),
	});
	return joining.done ? done({ cohort, ...joining.value }) : joining;
}
