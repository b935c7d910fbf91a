import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import {
	closesAt,
	faultOfReason,
	mayOpen,
	type OpeningRefusal,
	sidesToOpen,
	whoIsTold,
} from '#app/domain/access/opening.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { afterFailedProbe, waitsUntil } from '#app/domain/access/probing.ts';
import type { Side } from '#app/domain/programmes/programme.ts';
import type { BrokenGlassId, PersonId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { findOpenRecord, findPersonToOpen, findProbes, listTeamSides } from '#db/queries/access/openings.ts';
import { findOwnAccount, findStaffActor, listActiveWith } from '#db/queries/staff.ts';
import { insertOpening, saveProbes } from '#db/stores/openings.ts';
import { audited, type Tell, withoutEntry } from '../audit/audited.ts';
import { notifyStaff } from '../notices/notify-staff.ts';
import { type Proof, proveByAll, type WholeProofRefusal } from '../second-factor/prove-by-all.ts';

type Wish = {
	/** Null where the member of staff has one side only, and nothing to choose. */
	readonly side: Side | null;
	readonly reference: string;
	readonly reason: string;
	readonly proof: Proof;
};
type Opened = { readonly personId: PersonId };
type Refusal = 'not-found' | 'side-missing' | 'too-many-references' | OpeningRefusal | WholeProofRefusal;

/**
 * Opens the record of one person on a side of one's own for an hour at the most, for a reason and after proving once more
 * who one is. The leads are told in the same transaction. A reference of the other side is refused as one that does not
 * exist, and both count against trying references out. How to reach the person stays closed (docs/security.md).
 */
export async function openRecord(
	context: AppContext,
	actor: StaffActor,
	{ proof, ...wish }: Wish,
): Promise<Outcome<Opened, Refusal>> {
	if (!mayAtAll(actor, 'write', 'opening')) return refused('not-found');
	const fault = faultOfReason(wish.reason);
	if (fault) return fault;
	const proved = await proveByAll(context, actor, proof);
	if (!proved.done) return proved;
	const outcome = audited(context, { actor, action: 'record-opened' }, (tx, tell): Outcome<Opened, Refusal> => {
		// Looked at again, because the account may have been closed or given other duties meanwhile.
		const stands = findOwnAccount(tx, actor.staffId).state === 'active' ? findStaffActor(tx, actor) : null;
		if (!stands || !mayAtAll(stands, 'write', 'opening')) return refused('not-found');
		return openProved(context, { tx, tell }, stands, wish);
	});
	// Counted after the refusal, which undoes what was written before it.
	if (!outcome.done && outcome.code === 'unknown-reference') countProbe(context, actor);
	return outcome;
}

function openProved(
	context: AppContext,
	{ tx, tell }: { readonly tx: Db; readonly tell: Tell },
	actor: StaffActor,
	{ side, reference, reason }: Omit<Wish, 'proof'>,
): Outcome<Opened, Refusal> {
	const now = context.clock.now();
	const { staffId } = actor;
	const until = waitsUntil(findProbes(tx, staffId), now);
	if (until !== null) return refused('too-many-references', { until });
	const chosen = sideOf(side, sidesToOpen(actor, listTeamSides(tx, actor)));
	if (chosen === null) return refused('side-missing');
	const person = findPersonToOpen(tx, actor, chosen, reference);
	const allowed = mayOpen({ openUntil: findOpenRecord(tx, actor, now)?.opensUntil ?? null, person });
	if (!allowed.done) return allowed;
	const id = context.ids.next<BrokenGlassId>();
	const personId = person!.id;
	tell({ record: ['opening', id], people: [personId] });
	insertOpening(tx, { id, staffId, personId, reason: reason.trim(), openedAt: now, opensUntil: closesAt(now) });
	tellLeads(context, tx, actor, id);
	return done({ personId });
}

/** The side that was chosen, if it is one of theirs; their only one where there is nothing to choose. */
function sideOf(chosen: Side | null, own: readonly Side[]): Side | null {
	if (chosen !== null) return own.includes(chosen) ? chosen : null;
	return own.length === 1 ? own[0]! : null;
}

function countProbe(context: AppContext, { staffId }: StaffActor): void {
	withoutEntry(context, (tx) => {
		saveProbes(tx, { staffId, ...afterFailedProbe(findProbes(tx, staffId), context.clock.now()) });
	});
}

function tellLeads(context: AppContext, tx: Db, { staffId }: StaffActor, aboutId: BrokenGlassId): void {
	const { leads, administrators } = whoIsTold(staffId, {
		leads: listActiveWith(tx, 'lead'),
		administrators: listActiveWith(tx, 'administrator'),
	});
	notifyStaff(context, tx, leads, { kind: 'review-waits', aboutId });
	notifyStaff(context, tx, administrators, { kind: 'review-lacks-lead', aboutId });
}
