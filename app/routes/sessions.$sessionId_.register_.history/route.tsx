import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { asId, type SessionId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { readHistoryView } from './history-view.ts';

export const meta: MetaFunction = () => pageTitle('Earlier marks and notes');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'register.notes');
	return json(orNotFound(readHistoryView(context, actor, asId<SessionId>(params.sessionId!))));
}

export default function RegisterHistory() {
	const { sessionId, caption, name, mayTake, people } = useLoaderData<typeof loader>();
	const back = mayTake
		? { href: paths.register(sessionId), text: 'Register' }
		: { href: paths.session(sessionId), text: name };
	return (
		<>
			<BackLink href={back.href}>{back.text}</BackLink>
			<PageHeader caption={caption} title="Earlier marks and notes" />
			{people.length === 0 && <EmptyState title="Nothing was changed">Each row says what it said first.</EmptyState>}
			{people.map(({ key, person, versions }) => (
				<Table
					key={key}
					stacked
					firstCellIsHeader
					caption={person}
					captionSize="m"
					head={['Mark', 'Note', 'Saved', 'Reason for the correction']}
					rows={versions.map(({ mark, note, saved, why }) => [
						mark,
						note && (
							<span key="note" className="typed-text">
								{note}
							</span>
						),
						saved,
						why,
					])}
				/>
			))}
		</>
	);
}
