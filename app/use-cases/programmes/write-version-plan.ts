import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { SessionPlan } from '#app/domain/programmes/programme.ts';
import { isPlanSame } from '#app/domain/programmes/versions/compare-plans.ts';
import { type WritingRefusal, type WrittenPlan, writePlan } from '#app/domain/programmes/versions/edit-plan.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { updateVersionPlans } from '#db/stores/programmes/own-versions.ts';
import { audited } from '../audit/audited.ts';
import { readVersion, type VersionKey } from './read-version.ts';

export type PlanToWrite = VersionKey & {
	readonly planNumber: number;
	/** The plan as the page showed it, by the version of the draft then. */
	readonly version: number;
	readonly written: WrittenPlan;
};

/**
 * Writes one session plan of a draft anew; the same words again change nothing. Refused as `writePlan` says, once the
 * version is published, and when somebody else has changed the draft since the page was opened (`changed-meanwhile`,
 * details: the version and the plan that stand).
 */
export function writeVersionPlan(
	context: AppContext,
	actor: StaffActor,
	{ planNumber, version, written, ...key }: PlanToWrite,
): Outcome<{ readonly isNew: boolean }, 'not-found' | 'published' | 'changed-meanwhile' | WritingRefusal> {
	const record = ['programme-version', key.versionId] as const;
	return audited(context, { actor, action: 'version-written', record }, (tx, tell) => {
		if (!mayAtAll(actor, 'write', 'programme-version')) return refused('not-found');
		const own = readVersion(context, tx, actor, key);
		const plan = own?.programme.plans.find(({ number }) => number === planNumber);
		if (!own || !plan) return refused('not-found');
		if (own.row.state === 'published') return refused('published');
		const outcome = writePlan(plan, written, own.programme);
		if (!outcome.done) return outcome;
		if (isPlanSame(plan, outcome.value)) return done({ isNew: false });
		if (own.row.version !== version) return refused('changed-meanwhile', { version: own.row.version, plan });
		const { id } = own.row;
		const plans = withPlan(own.programme.plans, outcome.value);
		updateVersionPlans(tx, { id, version }, plans, { by: actor.staffId, at: context.clock.now() });
		tell({ details: { plan: planNumber, version: version + 1 } });
		return done({ isNew: true });
	});
}

function withPlan(plans: readonly SessionPlan[], written: SessionPlan): readonly SessionPlan[] {
	return plans.map((plan) => (plan.number === written.number ? written : plan));
}
