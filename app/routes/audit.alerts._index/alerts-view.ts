import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { paths } from '#app/paths.ts';
import { CAUSES } from '#app/ui/audit/entry-words.ts';
import { formatInstant } from '#app/ui/format.ts';
import { ALERTS_PER_PAGE, countAlerts, listAlerts } from '#db/queries/audit/alerts.ts';

export type AlertsView = ReturnType<typeof alertsView>;

/** One page of the alerts that are open, or of those that are closed, in three reads whatever its length. */
export function alertsView({ db }: AppContext, actor: StaffActor, isOpen: boolean, asked: number) {
	const [open, closed] = [countAlerts(db, actor, true), countAlerts(db, actor, false)];
	const pages = Math.max(1, Math.ceil((isOpen ? open : closed) / ALERTS_PER_PAGE));
	const page = Math.min(asked, pages);
	return {
		isOpen,
		page,
		pages,
		chips: [
			{ label: 'Open', count: open, href: paths.alerts(), current: isOpen },
			{ label: 'Closed', count: closed, href: paths.alertsWhere({ closed: true }), current: !isOpen },
		],
		alerts: listAlerts(db, actor, { isOpen, page }).map((alert) => ({
			href: paths.alert(alert.id),
			why: CAUSES[alert.cause],
			who: alert.staffName ?? 'A member of staff',
			when: formatInstant(alert.raisedAt),
			closed: alert.closedAt && `${formatInstant(alert.closedAt)} by ${alert.closedBy}`,
		})),
	};
}
