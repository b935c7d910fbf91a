import type { ReactNode } from 'react';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { SummaryList, type SummaryRow } from '#app/ui/components/summary-list.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import { keyed } from '#app/ui/keyed.ts';
import { WhoApprovesWords } from '#app/ui/messages/who-approves-words.tsx';
import type { MessageView } from './message-view.ts';

type PageProps = { readonly message: MessageView; readonly said: string | null; readonly form: FormState };

export function MessagePage({ message, said, form }: PageProps) {
	const { stateName, why, approving, words, safeContact, state, kind, allHref, callHref } = message;
	return (
		<>
			<BackLink href={paths.messages()} />
			<Said sentence={said} />
			<FormErrorSummary form={form} />
			<PageHeader caption={kind} title={stateName} />
			{why && <InsetText>{why}</InsetText>}
			{approving && (
				<p className="govuk-body">
					<WhoApprovesWords {...approving} />
				</p>
			)}
			{callHref && (
				<p className="govuk-body no-print">
					<Anchor href={callHref}>Ring them</Anchor>
				</p>
			)}
			{safeContact && state === 'blocked' && (
				<p className="govuk-body">
					<Anchor href={safeContact}>Look at the safe contact</Anchor>
				</p>
			)}
			<SummaryList rows={rowsOf(message)} />
			{words && <Words words={words} />}
			{message.mayDecide && <Decide decision={message.decision} />}
			{allHref && (
				<p className="govuk-body no-print">
					<Anchor href={allHref}>All messages to this person</Anchor>
				</p>
			)}
		</>
	);
}

function Decide({ decision }: Pick<MessageView, 'decision'>) {
	return (
		<form method="post" className="no-print">
			<h2 className="govuk-heading-m">Shall it leave?</h2>
			<p className="govuk-body measure">
				Read it as they would, and whoever else may see their messages. It leaves within their safe hours, if nothing
				has changed by then.
			</p>
			<div className="govuk-button-group">
				{decision !== 'approved' && (
					<Button name="decision" value="approved" preventDoubleClick>
						Approve it
					</Button>
				)}
				{decision !== 'declined' && (
					<Button name="decision" value="declined" variant="secondary" preventDoubleClick>
						Decline it
					</Button>
				)}
			</div>
		</form>
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
		['Handed over', handedOver],
		['Sent', sent],
		['Calls', message.calls.length > 0 ? <Paragraphs key="calls" text={message.calls.join('\n\n')} /> : null],
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
					...(words.subject ? [{ key: 'Subject', value: words.subject }] : []),
					{ key: 'Words', value: <Paragraphs text={words.body} /> },
					{ key: 'On a locked phone', value: words.onLockScreen },
					...(words.length ? [{ key: 'Length', value: words.length }] : []),
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
