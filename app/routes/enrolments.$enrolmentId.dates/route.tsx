import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { isActive } from '#app/domain/attrition/enrolment.ts';
import { plusDays } from '#app/domain/shared/calendar-day.ts';
import { asId, type EnrolmentId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { requireAccess } from '#app/http/actor.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import { notFound, orNotFound } from '#app/http/not-found.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { formatDay, formatTimeSpan } from '#app/ui/format.ts';
import type { PageHandle } from '#app/ui/shell/page-handle.ts';
import { findEnrolment } from '#db/queries/enrolments.ts';
import { listPlannedSessions, type PlannedSession } from '#db/queries/term-plans.ts';
import { DatesPage } from './page.tsx';

/** What a browser prints at the edge of the sheet too: it says nothing of what the dates are for. */
export const meta: MetaFunction = () => [{ title: 'Dates' }];

/** On paper nothing stands around it: not the organisation’s name either. */
export const handle: PageHandle = { isHandedOver: true };

const LONGEST = 2 * 366;

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'person.name');
	const { db, clock } = context;
	const id = asId<EnrolmentId>(params.enrolmentId!);
	const enrolment = orNotFound(findEnrolment(db, actor, id, 'read', 'person.name'));
	if (!isActive(enrolment.state)) throw notFound();
	showsPeople(context, [enrolment.personId]);
	const from = dayOf(clock.now());
	const sessions = listPlannedSessions(db, actor, { enrolmentId: id }, { from, to: plusDays(from, LONGEST) });
	const hasPlace = new URL(request.url).searchParams.has('place');
	return json({ personId: enrolment.personId, name: enrolment.name, hasPlace, ...sheetOf(sessions, hasPlace) });
}

/** Dates and times of what goes ahead, and the place only when it was asked for; nothing else is on the sheet. */
function sheetOf(sessions: readonly PlannedSession[], hasPlace: boolean) {
	const ahead = sessions.filter(({ state }) => state === 'scheduled');
	return {
		dates: ahead.map(
			({ day, startTime, lengthMinutes }) => `${formatDay(day)}, ${formatTimeSpan(startTime!, lengthMinutes)}`,
		),
		place: hasPlace ? (ahead.find(({ venue }) => venue)?.venue ?? null) : null,
	};
}

export default function Dates() {
	return <DatesPage view={useLoaderData<typeof loader>()} />;
}
