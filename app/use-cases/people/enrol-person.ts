import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { joinCohort } from '#app/domain/cohorts/joining.ts';
import type { Postcode } from '#app/domain/people/postcode.ts';
import type { Side } from '#app/domain/programmes/programme.ts';
import type { CohortId, EnrolmentId, PersonId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { findCohort } from '#db/queries/cohorts.ts';
import { countPlacesTaken, hasActivePlace, hasPlaceFrom } from '#db/queries/enrolments.ts';
import { findPersonByReference, isReferenceTaken } from '#db/queries/people.ts';
import { listSessions } from '#db/queries/sessions.ts';
import { mayOn } from '#db/queries/visible-cohorts.ts';
import { insertEnrolment } from '#db/stores/cohorts.ts';
import { insertPerson } from '#db/stores/people.ts';
import { insertRegisterRow } from '#db/stores/registers.ts';
import { audited } from '../audit/audited.ts';

/** Somebody new, or somebody whom the actor may read already, by their reference. */
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
type Refusal = JoiningRefusal | 'reference-in-use' | 'no-such-person' | 'already-on-programme' | 'ended-today';

/**
 * Gives a person a place in the cohort and a row in the register of every session to come from the one at which they join.
 * Refused past the last joining session, when all places are taken, while they have an active place in the programme, and
 * when a place in this cohort began and ended for them today: its end is to be taken back.
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
		const { programmeSlug, side } = joining.value.cohort;
		const person = personOf(context, tx, actor, side, who);
		if (!person.done) return person;
		const personId = person.value;
		tell({ people: [personId] });
		if (hasActivePlace(tx, personId, programmeSlug)) return refused('already-on-programme');
		const enrolledOn = dayOf(context.clock.now());
		if (hasPlaceFrom(tx, personId, cohortId, enrolledOn)) return refused('ended-today');
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
		sessions: cohort.state === 'cancelled' ? [] : listSessions(db, actor, [cohortId]),
		places: cohort.places,
		placesTaken: countPlacesTaken(db, cohortId),
		now: clock.now(),
	});
	return joining.done ? done({ cohort, ...joining.value }) : joining;
}

/** An id for somebody new of this side, once they are stored, or the id of who is known on it: nobody crosses over. */
function personOf(
	{ ids, clock }: AppContext,
	tx: Db,
	actor: Actor,
	side: Side,
	who: WhoJoins,
): Outcome<PersonId, 'reference-in-use' | 'no-such-person'> {
	const known = findPersonByReference(tx, actor, side, who.reference);
	if (who.kind === 'known') return known ? done(known.id) : refused('no-such-person', { reference: who.reference });
	if (known || isReferenceTaken(tx, side, who.reference))
		return refused('reference-in-use', { reference: who.reference });
	const id = ids.next<PersonId>();
	const { reference, givenName, familyName, postcode } = who;
	insertPerson(tx, { id, side, reference, givenName, familyName, postcode, createdAt: clock.now() });
	return done(id);
}
