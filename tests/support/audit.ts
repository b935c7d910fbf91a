import type { TestContext } from './context.ts';

export type KeptEntry = {
	readonly seq: number;
	readonly at: string;
	readonly by: string | null;
	readonly actorKind: string;
	readonly action: string;
	readonly record: string | null;
	readonly outcome: string;
	readonly people: readonly string[];
	readonly details: Readonly<Record<string, unknown>>;
};

type Row = Omit<KeptEntry, 'people' | 'details'> & { readonly people: string; readonly details: string };

/** The audit trail as it is kept, the oldest first; with `since`, only what came after that entry. */
export function trailOf({ db }: Pick<TestContext, 'db'>, since = 0): KeptEntry[] {
	const rows = db.$client
		.prepare(
			`select e.seq, e.at, e.staff_id as "by", e.actor_kind as actorKind, e.action, e.outcome, e.details,
				e.record_kind || ' ' || e.record_id as record, coalesce(s.people, '[]') as people
			from audit_entries e left join audit_people_sets s on s.key = e.people_key where e.seq > ? order by e.seq`,
		)
		.all(since) as Row[];
	return rows.map((row) => ({ ...row, people: JSON.parse(row.people), details: JSON.parse(row.details) }));
}

/** The number of the last entry; 0 when there is none. */
export function lastEntry(context: Pick<TestContext, 'db'>): number {
	return trailOf(context).at(-1)?.seq ?? 0;
}
