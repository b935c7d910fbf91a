import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { joinCohort } from '#app/domain/cohorts/joining.ts';
import type { Postcode } from '#app/domain/people/postcode.ts';
import type { CohortId, EnrolmentId, PersonId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { type CohortRow, findCohort } from '#db/queries/cohorts.ts';
import { countPlacesTaken, hasActivePlace, hasPlaceFrom } from '#db/queries/enrolments.ts';
import { findNewcomer } from '#db/queries/families/people-to-link.ts';
import { findPersonByReference, isReferenceTaken } from '#db/queries/people.ts';
import { listSessions } from '#db/queries/sessions.ts';
import { mayOn } from '#db/queries/visible-cohorts.ts';
import { insertEnrolment } from '#db/stores/cohorts.ts';
import { insertPerson } from '#db/stores/people.ts';
import { insertRegisterRow } from '#db/stores/registers.ts';
import { audited } from '../audit/audited.ts';
import { isSlotAvailable } from '../families/staffs-both-sides.ts';

/** Somebody new; or by their reference somebody whom the actor may read already, or whom a family of the area waits with. */
export type WhoJoins =
	| {
			readonly kind: 'new';
			readonly givenName: string;
			readonly familyName: string;
			readonly reference: string;
			readonly postcode?: Postcode | null;
	  }
	| { readonly kind: 'known'; readonly reference: string };

type JoiningRefusal = 'not-found' | 'cohort-full' | 'joining-closed' | 'nothing-to-join';
type PersonRefusal = 'reference-in-use' | 'no-such-person';
type Refusal = JoiningRefusal | PersonRefusal | 'already-on-programme' | 'ended-today' | 'slot-not-available';

/**
 * Gives a person a place in the cohort and a row in the register of every session to come from the one at which they join.
 * Refused past the last joining session, when all places are taken, while they have an active place in the programme, and
 * when a place in this cohort began and ended for them today: its end is to be taken back. `slot-not-available` says no
 * more, whatever keeps the person from this cohort.
 */
export function enrolPerson(
	context: AppContext,
	actor: Actor,
	{ cohortId, who }: { cohortId: CohortId; who: WhoJoins },
): Outcome<{ enrolmentId: EnrolmentId; personId: PersonId }, Refusal> {
	const record = ['cohort', cohortId] as const;
	return audited(context, { actor, action: 'person-enrolled', record }, (tx, tell) => {
		const joining = findJoining(context, tx, actor, cohortId);
		if (!joining.done) return joining;
		const { programmeSlug } = joining.value.cohort;
		const person = personOf(context, tx, actor, joining.value.cohort, who);
		if (!person.done) return person;
		const personId = person.value;
		tell({ people: [personId] });
		if (hasActivePlace(tx, personId, programmeSlug)) return refused('already-on-programme');
		const enrolledOn = dayOf(context.clock.now());
		if (hasPlaceFrom(tx, personId, cohortId, enrolledOn)) return refused('ended-today');
		if (!isSlotAvailable(tx, personId, cohortId)) return refused('slot-not-available');
		const enrolmentId = context.ids.next<EnrolmentId>();
		const { joinsAtPlan, expectedAt } = joining.value;
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
		return done({ enrolmentId, personId });
	});
}

/** The cohort, its places, and where somebody who joins now would come in; refused as `enrolPerson` is. For its page too. */
export function findJoining({ content, clock }: AppContext, db: Db, actor: Actor, cohortId: CohortId) {
	const cohort = findCohort(db, actor, cohortId);
	if (!cohort || !mayOn(db, actor, 'write', 'person', cohortId)) return refused('not-found');
	const { programmeSlug: slug, programmeVersion: version, programmeVariant: variant } = cohort;
	const joining = joinCohort({
		programme: content.programmeOf({ slug, version, variant }),
		sessions: cohort.state === 'cancelled' || cohort.state === 'draft' ? [] : listSessions(db, actor, [cohortId]),
		places: cohort.places,
		placesTaken: countPlacesTaken(db, cohortId),
		now: clock.now(),
	});
	return joining.done ? done({ cohort, ...joining.value }) : joining;
}

/** An id for somebody new of the cohort's side, once they are stored, or the id of who is known on it: nobody crosses over. */
function personOf(
	{ ids, clock }: AppContext,
	tx: Db,
	actor: Actor,
	{ side, areaId }: Pick<CohortRow, 'side' | 'areaId'>,
	who: WhoJoins,
): Outcome<PersonId, PersonRefusal> {
	const { reference } = who;
	const known = findPersonByReference(tx, actor, side, reference)?.personId ?? null;
	if (who.kind === 'known') {
		const personId = known ?? findNewcomer(tx, areaId, side, reference);
		return personId ? done(personId) : refused('no-such-person', { reference });
	}
	if (known || isReferenceTaken(tx, side, reference)) return refused('reference-in-use', { reference });
	const id = ids.next<PersonId>();
	const { givenName, familyName, postcode } = who;
	insertPerson(tx, { id, side, reference, givenName, familyName, postcode, createdAt: clock.now() });
	return done(id);
}
