import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { requireAccess } from '#app/http/actor.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { WarningText } from '#app/ui/components/warning-text.tsx';
import { formatCount } from '#app/ui/format.ts';
import { WordingTag } from '#app/ui/messages/wording-tag.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { readWordings, type WordingsView } from './wordings-view.ts';

export const meta: MetaFunction = () => pageTitle('Wording of messages');

export function loader({ request, context }: LoaderFunctionArgs) {
	return json(readWordings(context, requireAccess(request, context, 'write', 'message-wording')));
}

export default function Wordings() {
	const { waiting, groups, others } = useLoaderData() as WordingsView;
	return (
		<>
			<BackLink href={paths.messages()}>Messages</BackLink>
			<PageHeader title="Wording of messages">
				<p className="govuk-body measure">
					A message leaves only in words that a programme lead approved. They are kept here: when the content folder
					changes, the words in use still leave until a lead approves the new ones.
				</p>
			</PageHeader>
			{waiting > 0 && (
				<WarningText>{`${formatCount('message', waiting)} with words that wait for approval. Read them below.`}</WarningText>
			)}
			{groups.map(({ caption, lines }) => (
				<Table
					key={caption}
					stacked
					firstCellIsHeader
					caption={caption}
					captionSize="m"
					head={['Message', 'State', 'Approved', 'On a locked phone']}
					rows={lines.map(({ name, href, state, approved, onLockScreen }) => [
						<a key="name" className="govuk-link" href={href}>
							{name}
						</a>,
						<WordingTag key="state" state={state} />,
						approved ?? 'By nobody',
						onLockScreen,
					])}
				/>
			))}
			<Others others={others} />
		</>
	);
}

function Others({ others }: Pick<WordingsView, 'others'>) {
	return (
		<>
			<Table
				stacked
				firstCellIsHeader
				caption="To staff and referrers"
				captionSize="m"
				head={['Message', 'To', 'On a locked phone']}
				rows={others.map(({ name, to, onLockScreen }) => [name, to, onLockScreen])}
			/>
			<p className="govuk-body">
				These need no approval: staff are told only that something waits, and a draft to a referrer is read by whoever
				sends it.
			</p>
		</>
	);
}
