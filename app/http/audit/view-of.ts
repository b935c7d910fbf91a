import { type AuditDetails, type AuditRecord, idToKeep, type RecordKind } from '#app/domain/audit/entry.ts';
import type { View } from '#app/use-cases/audit/record-view.ts';
import type { RequestContext } from '../request-context.ts';

/** The parameters of addresses that are ids, the innermost thing first. */
const RECORD_PARAMS: readonly (readonly [string, RecordKind])[] = [
	['messageId', 'message'],
	['importId', 'import'],
	['coverId', 'cover'],
	['listId', 'import'],
	['enrolmentId', 'enrolment'],
	['sessionId', 'session'],
	['placeholderId', 'session'],
	['cohortId', 'cohort'],
	['personId', 'person'],
	['staffId', 'staff'],
	['facilitatorId', 'staff'],
	['roomId', 'room'],
	['venueId', 'venue'],
	['areaId', 'area'],
	['closureId', 'closure'],
	['dayOffId', 'closure'],
	['schoolHolidayId', 'school-holiday'],
	['holidayId', 'holiday'],
	['alertId', 'alert'],
];

/** A page that shows a form again shows what the page shows. */
const SHOWS_A_PAGE = [200, 304, 400, 409, 422];

/** What the audit entry of this answer says; null when there is none to make: nobody is signed in, or it only leads elsewhere. */
export function viewOf({ view, signedIn }: RequestContext, status: number): View | null {
	const viewer = signedIn?.actor ?? view.holder;
	const leadsElsewhere = status >= 300 && status < 400 && status !== 304;
	if (!viewer || leadsElsewhere) return null;
	const details: AuditDetails = { route: view.routeId ?? 'root', status };
	const people = SHOWS_A_PAGE.includes(status) ? [...view.people] : [];
	return { viewer, record: recordIn(view.params), outcome: outcomeOf(status), people, details };
}

function recordIn(params: RequestContext['view']['params']): AuditRecord | null {
	for (const [name, kind] of RECORD_PARAMS) {
		const id = idToKeep(params[name] ?? '');
		if (id) return { kind, id };
	}
	return null;
}

function outcomeOf(status: number): string {
	if (status < 400) return 'done';
	if (status === 404) return 'not-found';
	if (status === 403) return 'forbidden';
	return status < 500 ? 'sent-back' : 'failed';
}
