import type { Role } from './actor.ts';
import type { AccessTarget } from './records.ts';
import type { Access, Relation } from './relations.ts';

export type Grant = {
	readonly role: Role;
	readonly relation: Relation;
	readonly may: Access;
	readonly what: readonly AccessTarget[];
};

/** The policy: what is not listed is refused (docs/security.md). Write includes read. An administrator sees no case data. */
export const POLICY: readonly Grant[] = [
	{
		role: 'facilitator',
		relation: 'team',
		may: 'write',
		what: ['safe-contact', 'catch-up', 'task.team', 'message-decision'],
	},
	{
		role: 'facilitator',
		relation: 'team',
		may: 'read',
		what: [
			...['cohort', 'session', 'register', 'delivery-log', 'debrief', 'taking-part', 'person.reference', 'person.name'],
			...['exit.date', 'exit.reason', 'message', 'referrer', 'observation.figures', 'adaptation.record'],
		] as const,
	},
	{
		role: 'facilitator',
		relation: 'delivers',
		may: 'write',
		what: ['register', 'delivery-log', 'adaptation.record', 'debrief', 'cover', 'concern', 'taking-part'],
	},
	{
		role: 'facilitator',
		relation: 'delivers',
		may: 'read',
		what: ['session', 'person.reference', 'person.name', 'observation.feedback'],
	},
	{ role: 'facilitator', relation: 'self', may: 'write', what: ['staff-time', 'own-cover'] },
	{ role: 'facilitator', relation: 'self', may: 'read', what: ['accreditation', 'practice'] },
	{
		role: 'facilitator',
		relation: 'opened',
		may: 'read',
		what: ['person.reference', 'person.name', 'register.marks', 'exit.date'],
	},
	{ role: 'facilitator', relation: 'organisation', may: 'read', what: ['programme'] },
	{ role: 'facilitator', relation: 'organisation', may: 'write', what: ['own-calendar', 'opening', 'notice'] },
	{
		role: 'coordinator',
		relation: 'area',
		may: 'write',
		what: [
			...['cohort', 'session', 'register', 'catch-up', 'person', 'safe-contact', 'exit', 'import.register', 'cover'],
			...['task.team', 'task.coordinator', 'referrer', 'taking-part', 'message-decision', 'message-kinds.cohort'],
		] as const,
	},
	{
		role: 'coordinator',
		relation: 'area',
		may: 'read',
		what: [
			...['accreditation', 'delivery-log', 'adaptation.record', 'debrief.actions', 'message', 'retention'],
			'observation.figures',
		] as const,
	},
	{
		role: 'coordinator',
		relation: 'opened',
		may: 'read',
		what: ['person.reference', 'person.name', 'register.marks', 'exit.date', 'exit.reason'],
	},
	{
		role: 'coordinator',
		relation: 'organisation',
		may: 'read',
		what: ['programme', 'places', 'venue-days', 'closures'],
	},
	{ role: 'coordinator', relation: 'organisation', may: 'write', what: ['own-calendar', 'opening', 'notice'] },
	{
		role: 'lead',
		relation: 'organisation',
		may: 'write',
		what: [
			...['cohort', 'session', 'register', 'catch-up', 'late-catch-up', 'exit', 'family'],
			...['non-association', 'restriction', 'cohort-pair', 'cover', 'accreditation', 'staff-time'],
			...['observer', 'observation.release', 'observation-plan', 'venue-days', 'both-sides-decision'],
			...['alert', 'own-calendar', 'review', 'notice', 'closures', 'import.cohorts'],
			...['import.school-holidays', 'task', 'referrer', 'debrief', 'concern', 'taking-part'],
			...['programme-version', 'fidelity-bands', 'adaptation', 'message-decision', 'message-kinds'],
			'message-wording',
		] as const,
	},
	{
		role: 'lead',
		relation: 'organisation',
		may: 'read',
		what: [
			...['programme', 'person.reference', 'person.name', 'delivery-log', 'message', 'places', 'policy', 'audit'],
			...['observation.scores', 'observation.feedback', 'observation.figures', 'retention', 'practice'],
		] as const,
	},
	{ role: 'partner-support', relation: 'area', may: 'write', what: ['family', 'non-association'] },
	{
		role: 'partner-support',
		relation: 'area',
		may: 'read',
		what: ['cohort', 'session', 'register', 'person.reference', 'person.name', 'exit', 'message'],
	},
	{ role: 'partner-support', relation: 'area', may: 'write', what: ['safe-contact', 'referrer', 'message-decision'] },
	{
		role: 'partner-support',
		relation: 'family',
		may: 'read',
		what: ['person.reference', 'person.name', 'register.marks', 'exit.date'],
	},
	{ role: 'partner-support', relation: 'either-side', may: 'write', what: ['task.partner-support'] },
	{ role: 'partner-support', relation: 'family-survivor', may: 'write', what: ['person', 'safe-contact'] },
	{ role: 'partner-support', relation: 'organisation', may: 'read', what: ['programme'] },
	{ role: 'partner-support', relation: 'organisation', may: 'write', what: ['own-calendar', 'notice'] },
	{
		role: 'administrator',
		relation: 'organisation',
		may: 'write',
		what: [
			...['staff', 'accreditation', 'staff-time', 'places', 'closures'],
			...['import.facilitators', 'import.school-holidays', 'own-calendar', 'notice'],
		] as const,
	},
	{ role: 'administrator', relation: 'organisation', may: 'read', what: ['programme'] },
	{ role: 'observer', relation: 'observed', may: 'read', what: ['session', 'register.marks', 'person.reference'] },
	{ role: 'observer', relation: 'observed', may: 'write', what: ['observation.scores'] },
	{ role: 'observer', relation: 'organisation', may: 'read', what: ['programme'] },
	{
		role: 'read-only',
		relation: 'area',
		may: 'read',
		what: ['cohort', 'session', 'register.marks', 'person.reference', 'exit.date', 'retention'],
	},
	{ role: 'read-only', relation: 'organisation', may: 'read', what: ['programme'] },
];
