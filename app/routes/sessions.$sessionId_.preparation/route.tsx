import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { asId, type SessionId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { PreparationPage } from './page.tsx';
import { readPreparation } from './preparation-view.ts';

export const meta: MetaFunction<typeof loader> = () => pageTitle('Prepare');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'register');
	return orNotFound(readPreparation(context, actor, asId<SessionId>(params.sessionId!)));
}

export default function Preparation() {
	return <PreparationPage view={useLoaderData<typeof loader>()} />;
}
