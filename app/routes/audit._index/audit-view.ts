import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { lineOf } from '#app/ui/audit/entry-words.ts';
import { countAlerts } from '#db/queries/audit/alerts.ts';
import { countAuditEntries, ENTRIES_PER_PAGE, listAuditEntries, listStaffInAudit } from '#db/queries/audit/entries.ts';
import type { Asked } from './filter.ts';

export type AuditView = ReturnType<typeof auditView>;

/** One page of the audit trail through the filters, in four reads whatever its length. */
export function auditView({ db }: AppContext, actor: StaffActor, { form, filter }: Asked, asked: number) {
	const total = countAuditEntries(db, actor, filter);
	const pages = Math.max(1, Math.ceil(total / ENTRIES_PER_PAGE));
	const page = Math.min(asked, pages);
	return {
		form,
		staff: listStaffInAudit(db, actor),
		openAlerts: countAlerts(db, actor, true),
		entries: listAuditEntries(db, actor, filter, page).map(lineOf),
		total,
		page,
		pages,
	};
}
