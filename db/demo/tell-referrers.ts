import type { CohortId } from '#app/domain/shared/ids.ts';
import { plusMinutes } from '#app/domain/shared/instant.ts';
import { setReferrer } from '#app/use-cases/people/set-referrer.ts';
import { findCohortRecord } from '../queries/cohort-record.ts';
import { certainly, type Stage } from './stage.ts';

/** Invented, as everybody here. The last has no address: it was a letter. */
const REFERRERS = [
	{ name: 'Alison Reed', agency: 'Children’s services', email: 'alison.reed@example.org' },
	{ name: 'Mark Iqbal', agency: 'Probation', email: 'mark.iqbal@example.org' },
	{ name: 'Dr Joan Pryce', agency: 'Castle Street surgery', email: null },
] as const;

/** Two of three people in these cohorts have a referrer on record; of the others nobody has written it down yet. */
export function tellReferrers(stage: Stage, cohortIds: readonly CohortId[]): void {
	const { context, actor, now } = stage;
	const lead = actor('ruth');
	stage.at(plusMinutes(now, -100));
	for (const cohortId of cohortIds) {
		const members = findCohortRecord(context.db, lead, cohortId)?.members ?? [];
		for (const [index, { enrolmentId }] of members.entries()) {
			if (index % 3 === 2) continue;
			const referrer = REFERRERS[Math.floor(index / 2) % REFERRERS.length]!;
			certainly(setReferrer(context, lead, { enrolmentId, version: 0, ...referrer }));
		}
	}
	stage.at(now);
}
