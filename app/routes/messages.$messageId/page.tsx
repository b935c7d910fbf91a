import type { ReactNode } from 'react';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { SummaryList, type SummaryRow } from '#app/ui/components/summary-list.tsx';
import { keyed } from '#app/ui/keyed.ts';
import type { MessageView } from './message-view.ts';

export function MessagePage({ message }: { readonly message: MessageView }) {
	const { stateName, why, words, safeContact, state } = message;
	return (
		<>
			<BackLink href={paths.messages()} />
			<PageHeader caption="Reminder" title={stateName} />
			{why && <InsetText>{why}</InsetText>}
			{safeContact && state === 'blocked' && (
				<p className="govuk-body">
					<Anchor href={safeContact}>Look at the safe contact</Anchor>
				</p>
			)}
			<SummaryList rows={rowsOf(message)} />
			{words && <Words words={words} />}
		</>
	);
}

function rowsOf(message: MessageView): SummaryRow[] {
	const { person, session, cohort, words, due, useBy, handedOver, sent, attempts } = message;
	const rows: [string, ReactNode][] = [
		[
			'For',
			<Anchor key="person" href={person.href}>
				{person.name === person.reference ? person.name : `${person.name} (${person.reference})`}
			</Anchor>,
		],
		['About', <About key="about" session={session} cohort={cohort} />],
		['To', words?.to],
		['Due', due],
		['Of use until', useBy],
		['Handed to the mail server', handedOver],
		['Sent', sent],
		['Tries', attempts > 1 ? String(attempts) : null],
	];
	return rows.flatMap(([key, value]) => (value ? [{ key, value }] : []));
}

function About({ session, cohort }: Pick<MessageView, 'session' | 'cohort'>) {
	return (
		<>
			<Anchor href={session.href}>{session.name}</Anchor> of <Anchor href={cohort.href}>{cohort.name}</Anchor>
			{session.starts && <span className="figure-note">{session.starts}</span>}
		</>
	);
}

function Words({ words }: { readonly words: NonNullable<MessageView['words']> }) {
	return (
		<>
			<h2 className="govuk-heading-m">{words.asLeft ? 'The message as it left' : 'The message as it would leave'}</h2>
			<SummaryList
				rows={[
					{ key: 'Subject', value: words.subject },
					{ key: 'Words', value: <Paragraphs text={words.body} /> },
					{ key: 'On a locked phone', value: words.onLockScreen },
				]}
			/>
		</>
	);
}

function Paragraphs({ text }: { readonly text: string }) {
	return keyed(text.split(/\n{2,}/)).map(({ key, item }) => (
		<p key={key} className="govuk-body">
			{item}
		</p>
	));
}

function Anchor({ href, children }: { readonly href: string; readonly children: ReactNode }) {
	return (
		<a className="govuk-link" href={href}>
			{children}
		</a>
	);
}
