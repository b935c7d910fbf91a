import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import type { Programme } from '#app/domain/programmes/programme.ts';
import { asId, type CohortId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { TermPlan } from '#app/ui/blocks/term-plan.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { formatDay, formatInstant, formatTimeSpan } from '#app/ui/format.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { type CohortRow, findCohort, findMeetingPattern, listTeams } from '#db/queries/cohorts.ts';
import { listSessions, type SessionRow } from '#db/queries/sessions.ts';
import { placeInWords, stateInWords, weeksInWords } from './words.ts';

export const meta: MetaFunction = () => pageTitle('Term plan');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'session');
	const { db, clock } = context;
	const cohortId = asId<CohortId>(params.cohortId!);
	const cohort = orNotFound(findCohort(db, actor, cohortId));
	return json({
		cohortId,
		name: cohort.name,
		caption: [placeInWords(cohort), ...listTeams(db, [cohortId]).map(({ name }) => name)].join(' · '),
		skipped: weeksInWords(findMeetingPattern(db, cohortId).skippedWeeks),
		rows: listSessions(db, actor, [cohortId]).map((session) => rowOf(session, programmeOf(context, cohort))),
		printedAt: formatInstant(clock.now()),
	});
}

function programmeOf({ content }: RequestContext, cohort: CohortRow): Programme {
	const { programmeSlug: slug, programmeVersion: version, programmeVariant: variant } = cohort;
	return content.programmeOf({ slug, version, variant });
}

function rowOf(session: SessionRow, { plans }: Programme): string[] {
	const { planNumber, time } = session;
	const title = plans.find(({ number }) => number === planNumber)?.title ?? '';
	const when = time ? formatDay(time.day) : 'Various times: booked person by person';
	return [
		String(planNumber),
		title,
		when,
		time ? formatTimeSpan(time.startTime, time.lengthMinutes) : '',
		stateInWords(session),
	];
}

export default function CohortTermPlan() {
	const { cohortId, name, caption, skipped, rows, printedAt } = useLoaderData<typeof loader>();
	return (
		<>
			<BackLink href={paths.cohort(cohortId)}>Cohort</BackLink>
			<PageHeader caption={caption} title={`Term plan: ${name}`} />
			<TermPlan
				caption="Sessions in the order of the programme"
				columns={['No.', 'Session', 'Day', 'Time', 'Note']}
				rows={rows}
				nothing="No sessions yet"
				printedAt={printedAt}
			/>
			{skipped && <p className="govuk-body">{skipped}</p>}
		</>
	);
}
