import type { Link, LinkToCheck, StoredEntry } from '#app/domain/audit/chain.ts';
import { hashOfEntry, keyOfPeople } from '../../audit-hash.ts';
import type { Db } from '../../client.ts';

/** Read by name and not through the schema's columns, so that a hundred thousand rows pass one by one and none is kept. */
const EVERY_LINK = `
	select seq, at, actor_kind as actorKind, staff_id as staffId, action, record_kind as recordKind, record_id as recordId,
		outcome, people_key as peopleKey, details, previous_hash as previousHash, hash,
		people_key is null or exists (select 1 from audit_people_sets s where s.key = people_key) as hasSet
	from audit_entries order by seq`;

const EVERY_SET = `
	select s.key, s.people, not exists (
		select 1 from json_each(s.people) j
		where not exists (select 1 from audit_people p where p.person_id = j.value and p.key = s.key)
	) as isListed
	from audit_people_sets s`;

const STRAY_LINES = `
	select distinct p.key from audit_people p left join audit_people_sets s on s.key = p.key
	where s.key is null or not exists (select 1 from json_each(s.people) j where j.value = p.person_id)`;

type StoredLink = StoredEntry & Link & { readonly hasSet: 0 | 1 };
type StoredSet = { readonly key: string; readonly people: string; readonly isListed: 0 | 1 };

/** Every entry in order, one at a time, with its hash computed anew; for who checks the chain, never for a page. */
export function* iterateChain(db: Db): Generator<LinkToCheck> {
	const unsound = unsoundSets(db);
	const entries = db.$client.prepare(EVERY_LINK).iterate() as IterableIterator<StoredLink>;
	for (const { hasSet, hash, ...entry } of entries) {
		const { seq, previousHash, peopleKey } = entry;
		const isSetWhole = hasSet === 1 && !(peopleKey !== null && unsound.has(peopleKey));
		yield { seq, hash, previousHash, computedHash: hashOfEntry(entry), isSetWhole };
	}
}

/** How many entries the database remembers to have made, those that were taken away since included. */
export function countEntriesEverMade(db: Db): number {
	const made = db.$client.prepare("select seq from sqlite_sequence where name = 'audit_entries'").pluck().get();
	return Number(made ?? 0);
}

/** The keys of sets that are not what their key or the index by person says; none, unless somebody tampered with them. */
function unsoundSets(db: Db): ReadonlySet<string> {
	const unsound = new Set(db.$client.prepare(STRAY_LINES).pluck().all() as string[]);
	for (const { key, people, isListed } of db.$client.prepare(EVERY_SET).iterate() as IterableIterator<StoredSet>) {
		if (isListed === 0 || keyOfPeople(people) !== key) unsound.add(key);
	}
	return unsound;
}
