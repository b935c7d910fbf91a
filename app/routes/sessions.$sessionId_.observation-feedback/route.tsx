import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { asId, type SessionId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { show } from '#app/http/show.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { type FeedbackView, readFeedbackView } from './feedback-view.ts';
import { FeedbackPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Feedback from an observation');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'observation.feedback');
	return show(orNotFound(readFeedbackView(context, actor, asId<SessionId>(params.sessionId!))));
}

export default function ObservationFeedback() {
	return <FeedbackPage view={useLoaderData() as FeedbackView} />;
}
