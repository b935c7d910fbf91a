import { asId, type PersonId } from '#app/domain/shared/ids.ts';
import { instant } from '#app/domain/shared/instant.ts';
import { inTransaction, openDatabase } from '#db/client.ts';
import { insertAuditEntry } from '#db/stores/audit.ts';

// Another process that keeps entries in the same database: `node append-entries.ts FILE COUNT`.
const [file, count] = process.argv.slice(2);
const db = openDatabase(file!);
for (let number = 0; number < Number(count); number += 1) {
	inTransaction(db, (tx) => {
		for (let more = 0; more <= number % 3; more += 1) {
			insertAuditEntry(tx, {
				at: instant('2026-03-03T18:00:00Z'),
				actorKind: 'operator',
				staffId: null,
				action: 'reminders-planned',
				record: null,
				outcome: 'done',
				people: [asId<PersonId>(`p${(number + more) % 7}`)],
				details: { process: process.pid },
			});
		}
	});
}
db.$client.close();
