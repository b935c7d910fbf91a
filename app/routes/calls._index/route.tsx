import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { requireAccess } from '#app/http/actor.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { PrintButton } from '#app/ui/blocks/print-button.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { WarningText } from '#app/ui/components/warning-text.tsx';
import { CallCard } from '#app/ui/messages/call-card.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { type CallsView, readCalls } from './calls-view.ts';

export const meta: MetaFunction = () => pageTitle('Calls to make');

const SAID = { recorded: 'What came of the call is kept.' };

export function loader({ request, context }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'safe-contact');
	return json({ view: readCalls(context, actor), said: said(request, SAID) });
}

export default function Calls() {
	const { view, said: sentence } = useLoaderData() as { view: CallsView; said: string | null };
	const { day, cohorts } = view;
	return (
		<>
			<BackLink href={paths.messages()}>Messages</BackLink>
			<Said sentence={sentence} />
			<PageHeader caption={day} title="Calls to make today">
				<p className="govuk-body measure">
					Whoever is told by telephone, because they asked for it or because nothing sends texts here. What may be done
					is judged when this page is opened: open it again before you ring, and do not keep the paper.
				</p>
				<PrintButton />
			</PageHeader>
			{cohorts.length === 0 && (
				<EmptyState title="Nobody to ring today">
					Somebody is here on the day on which a message would leave.
				</EmptyState>
			)}
			{cohorts.some(({ toRing }) => toRing.length > 0) && (
				<WarningText>
					Until you know that it is them, say nothing of what it is about, and who rings only where that is allowed.
				</WarningText>
			)}
			{cohorts.map(({ cohortId, ...cohort }) => (
				<CohortCalls key={cohortId} cohort={cohort} />
			))}
		</>
	);
}

function CohortCalls({ cohort }: { readonly cohort: Omit<CallsView['cohorts'][number], 'cohortId'> }) {
	const { name, toRing, noneLeft } = cohort;
	return (
		<section className="call-sheet">
			<h2 className="govuk-heading-m">{name}</h2>
			{toRing.map((call) => (
				<CallCard key={call.key} call={call} />
			))}
			{noneLeft.length > 0 && <h3 className="govuk-heading-s">Cannot be rung safely any more</h3>}
			{noneLeft.map((call) => (
				<CallCard key={call.key} call={call} />
			))}
		</section>
	);
}
