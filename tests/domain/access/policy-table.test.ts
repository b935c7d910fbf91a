import { expect, test } from 'vitest';
import { ROLES } from '#app/domain/access/actor.ts';
import { grantedRelations } from '#app/domain/access/policy.ts';
import {
	ACCESS_FIELDS,
	ACCESS_RECORDS,
	FIELD_NAMES,
	fieldsOf,
	RECORD_FIELDS,
	recordOf,
} from '#app/domain/access/records.ts';
import { RELATIONS } from '#app/domain/access/relations.ts';
import { actorWith } from './given.ts';

/**
 * The policy said the other way round, field by field: who may write it, and who may read it without writing it, each by
 * how they stand to it. What is not in a row is refused.
 */
const WHO_MAY: readonly (readonly [field: string, write: readonly string[], read: readonly string[]])[] = [
	[
		'Programmes and session plans',
		[],
		[
			'facilitator organisation',
			'coordinator organisation',
			'lead organisation',
			'partner-support organisation',
			'administrator organisation',
			'observer organisation',
			'read-only organisation',
		],
	],
	['Programmes in their own wording: drafts, publishing', ['lead organisation'], []],
	['Programmes: from which percentage delivery is good, or to be watched', ['lead organisation'], []],
	[
		'Cohorts: schedule, team, figures',
		['coordinator area', 'lead organisation'],
		['facilitator team', 'partner-support area', 'read-only area'],
	],
	[
		'Sessions: time, place, plan',
		['coordinator area', 'lead organisation'],
		['facilitator team', 'facilitator delivers', 'partner-support area', 'observer observed', 'read-only area'],
	],
	[
		'Registers: marks',
		['facilitator delivers', 'coordinator area', 'lead organisation'],
		[
			'facilitator team',
			'facilitator opened',
			'coordinator opened',
			'partner-support area',
			'partner-support family',
			'observer observed',
			'read-only area',
		],
	],
	[
		'Registers: reasons and notes',
		['facilitator delivers', 'coordinator area', 'lead organisation'],
		['facilitator team', 'partner-support area'],
	],
	['Delivery logs', ['facilitator delivers'], ['facilitator team', 'coordinator area', 'lead organisation']],
	[
		'Adaptations: what was changed',
		['facilitator delivers', 'lead organisation'],
		['facilitator team', 'coordinator area'],
	],
	['Adaptations: approving what is proposed', ['lead organisation'], []],
	['Debriefs: notes', ['facilitator delivers', 'lead organisation'], ['facilitator team']],
	['Debriefs: actions', ['facilitator delivers', 'lead organisation'], ['facilitator team', 'coordinator area']],
	['Debriefs: what is brought to supervision', ['facilitator delivers', 'lead organisation'], ['facilitator team']],
	[
		'Registers: engagement and homework',
		['facilitator delivers', 'coordinator area', 'lead organisation'],
		['facilitator team'],
	],
	['Concerns: what concerned a facilitator', ['facilitator delivers', 'lead organisation'], []],
	['Catch-ups: booking and cancelling', ['facilitator team', 'coordinator area', 'lead organisation'], []],
	['Catch-ups after their last day', ['lead organisation'], []],
	[
		'People: reference and places',
		['coordinator area', 'partner-support family-survivor'],
		[
			'facilitator team',
			'facilitator delivers',
			'facilitator opened',
			'coordinator opened',
			'lead organisation',
			'partner-support area',
			'partner-support family',
			'observer observed',
			'read-only area',
		],
	],
	[
		'People: name',
		['coordinator area', 'partner-support family-survivor'],
		[
			'facilitator team',
			'facilitator delivers',
			'facilitator opened',
			'coordinator opened',
			'lead organisation',
			'partner-support area',
			'partner-support family',
		],
	],
	['People: postcode', ['coordinator area', 'partner-support family-survivor'], []],
	[
		'Safe contacts',
		['facilitator team', 'coordinator area', 'partner-support area', 'partner-support family-survivor'],
		[],
	],
	[
		'Exits: that and when',
		['coordinator area', 'lead organisation'],
		[
			'facilitator team',
			'facilitator opened',
			'coordinator opened',
			'partner-support area',
			'partner-support family',
			'read-only area',
		],
	],
	[
		'Exits: reasons',
		['coordinator area', 'lead organisation'],
		['facilitator team', 'coordinator opened', 'partner-support area'],
	],
	['Exits: notes', ['coordinator area', 'lead organisation'], ['partner-support area']],
	[
		'Figures on who stays, over the cohorts of a programme',
		[],
		['coordinator area', 'lead organisation', 'read-only area'],
	],
	['Messages as they left', [], ['facilitator team', 'coordinator area', 'lead organisation', 'partner-support area']],
	[
		'Messages: approving one that waits for it, stopping all to a person',
		['facilitator team', 'coordinator area', 'lead organisation', 'partner-support area'],
		[],
	],
	['Messages: turning kinds on and off everywhere', ['lead organisation'], []],
	['Messages: turning kinds on and off for a cohort', ['coordinator area', 'lead organisation'], []],
	['Messages: approving the words in which they leave', ['lead organisation'], []],
	['Registers brought in from spreadsheets', ['coordinator area'], []],
	['Lists of facilitators brought in', ['administrator organisation'], []],
	['Plans of cohorts brought in, of both sides', ['lead organisation'], []],
	['School holidays brought in', ['lead organisation', 'administrator organisation'], []],
	['Families: who belongs together', ['lead organisation', 'partner-support area'], []],
	['Non-associations: who may not meet whom', ['lead organisation', 'partner-support area'], []],
	['Restricted people: who may see their names', ['lead organisation'], []],
	['Linked pairs of cohorts', ['lead organisation'], []],
	['Cover: who stands in at a session', ['facilitator delivers', 'coordinator area', 'lead organisation'], []],
	['Answering when they are asked for cover', ['facilitator self'], []],
	[
		'Accreditations of facilitators',
		['lead organisation', 'administrator organisation'],
		['facilitator self', 'coordinator area'],
	],
	['Facilitators: their page for supervision', [], ['facilitator self', 'lead organisation']],
	['Facilitators: hours and leave', ['facilitator self', 'lead organisation', 'administrator organisation'], []],
	['Observers of sessions', ['lead organisation'], []],
	['Observations: scores and notes', ['observer observed'], ['lead organisation']],
	['Observations: their notice, and what is released of them', [], ['facilitator delivers', 'lead organisation']],
	[
		'Observations: figures of a cohort from those released',
		[],
		['facilitator team', 'coordinator area', 'lead organisation'],
	],
	['Observations: releasing them to the facilitators', ['lead organisation'], []],
	['Plans of observations: which sessions were drawn', ['lead organisation'], []],
	['Decisions that a coordinator works on both sides', ['lead organisation'], []],
	['This page: who may see what', [], ['lead organisation']],
	['The audit trail: who looked at what and who changed it', [], ['lead organisation']],
	['Alerts about who looks at what', ['lead organisation'], []],
	['Staff and their duties', ['administrator organisation'], []],
	['Areas, venues and rooms', ['administrator organisation'], ['coordinator organisation', 'lead organisation']],
	['Venues: which side is there on which weekday', ['lead organisation'], ['coordinator organisation']],
	[
		'Closures, bank holidays and school holidays',
		['lead organisation', 'administrator organisation'],
		['coordinator organisation'],
	],
	[
		'Their own calendar feed and invitations',
		[
			'facilitator organisation',
			'coordinator organisation',
			'lead organisation',
			'partner-support organisation',
			'administrator organisation',
		],
		[],
	],
	['Opening one record in an emergency', ['facilitator organisation', 'coordinator organisation'], []],
	['Reviews of opened records', ['lead organisation'], []],
	[
		'Their own notices',
		[
			'facilitator organisation',
			'coordinator organisation',
			'lead organisation',
			'partner-support organisation',
			'administrator organisation',
		],
		[],
	],
	[
		'Referrers: who referred a person',
		['coordinator area', 'lead organisation', 'partner-support area'],
		['facilitator team'],
	],
	['Tasks of the team of a cohort', ['facilitator team', 'coordinator area', 'lead organisation'], []],
	['Tasks of coordinators', ['coordinator area', 'lead organisation'], []],
	['Tasks of leads', ['lead organisation'], []],
	['Tasks of partner-support workers', ['lead organisation', 'partner-support either-side'], []],
];

test('every field is written and read by exactly these, and by nobody else', () => {
	const granted = ACCESS_FIELDS.map((field) => {
		const by = (may: 'read' | 'write') =>
			ROLES.flatMap((role) =>
				grantedRelations(actorWith({ roles: [role] }), may, field).map((relation) => `${role} ${relation}`),
			);
		const writers = by('write');
		const readers = by('read').filter((one) => !writers.includes(one));
		return [FIELD_NAMES[field], writers.toSorted(), readers.toSorted()];
	});
	expect(granted).toEqual(WHO_MAY.map(([field, write, read]) => [field, write.toSorted(), read.toSorted()]));
});

test('whoever may write a field may read it', () => {
	for (const field of ACCESS_FIELDS) {
		for (const role of ROLES) {
			const actor = actorWith({ roles: [role] });
			const read = grantedRelations(actor, 'read', field);
			expect(grantedRelations(actor, 'write', field).filter((relation) => !read.includes(relation))).toEqual([]);
		}
	}
});

test('a whole record is granted by any of its fields, a field only by itself', () => {
	const reader = actorWith({ roles: ['read-only'] });
	expect(grantedRelations(reader, 'read', 'register')).toEqual(['area']);
	expect(grantedRelations(reader, 'read', 'register.marks')).toEqual(['area']);
	expect(grantedRelations(reader, 'read', 'register.notes')).toEqual([]);
	expect(grantedRelations(reader, 'write', 'register')).toEqual([]);
});

test('several roles in one person grant what any of them does, each way of standing once', () => {
	const both = actorWith({ roles: ['facilitator', 'lead'] });
	expect(grantedRelations(both, 'write', 'register').toSorted()).toEqual(['delivers', 'organisation']);
	const twice = actorWith({ roles: ['coordinator', 'partner-support'] });
	expect(grantedRelations(twice, 'read', 'cohort')).toEqual(['area']);
	expect(grantedRelations(actorWith({ roles: [] }), 'read', 'programme')).toEqual([]);
});

test('a field belongs to its record, and a record stands for all of its fields', () => {
	expect(fieldsOf('person')).toEqual(['person.reference', 'person.name', 'person.postcode']);
	expect(fieldsOf('person.name')).toEqual(['person.name']);
	const records = [recordOf('person.name'), recordOf('person'), recordOf('own-calendar.all')];
	expect(records).toEqual(['person', 'person', 'own-calendar']);
	expect(ACCESS_RECORDS).toEqual(Object.keys(RECORD_FIELDS));
	expect(ACCESS_FIELDS.map(recordOf)).toEqual(ACCESS_RECORDS.flatMap((record) => fieldsOf(record).map(() => record)));
});

test('the ways to stand to a record are these', () => {
	expect(RELATIONS).toEqual([
		...['team', 'delivers', 'area', 'either-side', 'observed', 'family', 'family-survivor', 'opened', 'self'],
		'organisation',
	]);
});
