import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { asId, type MessageId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { type MessageView, readMessage } from './message-view.ts';
import { MessagePage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Message');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'message');
	return json(orNotFound(readMessage(context, actor, asId<MessageId>(params.messageId!))));
}

export default function Message() {
	return <MessagePage message={useLoaderData() as MessageView} />;
}
