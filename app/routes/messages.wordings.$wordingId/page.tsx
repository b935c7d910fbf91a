import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { Details } from '#app/ui/components/details.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import { WordingTag } from '#app/ui/messages/wording-tag.tsx';
import { WordingText } from '#app/ui/messages/wording-text.tsx';
import type { WordingView } from './wording-view.ts';

type PageProps = { readonly view: WordingView; readonly said: string | null; readonly form: FormState };

export function WordingPage({ view, said, form }: PageProps) {
	const { name, caption, state, consequence, inUse, waiting, history } = view;
	return (
		<>
			<BackLink href={paths.wordings()}>Wording of messages</BackLink>
			<Said sentence={said} />
			<FormErrorSummary form={form} />
			<PageHeader caption={caption} title={name}>
				<p className="govuk-body">
					<WordingTag state={state} />
				</p>
				<p className="govuk-body measure">{consequence}</p>
			</PageHeader>
			<div className="wordings">
				{inUse && <Version version={inUse} as="before" />}
				{waiting && <Version version={waiting} as="after" />}
			</div>
			{history.length > 0 && <History history={history} />}
		</>
	);
}

type Shown = NonNullable<WordingView['inUse'] | WordingView['waiting']>;

function Version({ version, as }: { readonly version: Shown; readonly as: 'before' | 'after' }) {
	const { title, approved, parts, read, sample, onLockScreen } = version;
	return (
		<section className="wording">
			<h2 className="govuk-heading-m">{title}</h2>
			{approved && <p className="govuk-body quiet">{approved}</p>}
			<h3 className="govuk-heading-s">Subject</h3>
			<WordingText stretches={parts.subject} as={as} />
			<h3 className="govuk-heading-s">Words</h3>
			<WordingText stretches={parts.body} as={as} />
			<h3 className="govuk-heading-s">On a locked phone</h3>
			<p className="lock-screen">{onLockScreen}</p>
			<Details summary="As it leaves, with samples">
				<p className="govuk-body govuk-!-font-weight-bold">{sample.subject}</p>
				<div className="wording__text">{sample.body}</div>
			</Details>
			{as === 'after' ? <Approve read={read} /> : <Withdraw read={read} />}
			<form method="post" className="no-print">
				<HiddenField name="turn" value={as === 'after' ? 'test-shipped' : 'test-in-use'} />
				<Button variant="secondary" className="govuk-!-margin-bottom-0" preventDoubleClick>
					Send a test to my own address
					<span className="govuk-visually-hidden">: {title}</span>
				</Button>
			</form>
		</section>
	);
}

function Approve({ read }: Pick<Shown, 'read'>) {
	return (
		<form method="post" className="no-print">
			<p className="govuk-body">
				Read them as whoever gets them would, and as anybody else who may see that phone. You answer for them.
			</p>
			<Decision turn="approve" read={read} />
			<Button preventDoubleClick>Approve these words</Button>
		</form>
	);
}

function Withdraw({ read }: Pick<Shown, 'read'>) {
	return (
		<form method="post" className="no-print">
			<Decision turn="withdraw" read={read} />
			<Button variant="warning" preventDoubleClick>
				Withdraw these words
			</Button>
		</form>
	);
}

function Decision({ turn, read }: Pick<Shown, 'read'> & { readonly turn: 'approve' | 'withdraw' }) {
	return (
		<>
			<HiddenField name="turn" value={turn} />
			<HiddenField name="subject" value={read.subject} />
			<HiddenField name="body" value={read.body} />
		</>
	);
}

function History({ history }: Pick<WordingView, 'history'>) {
	return (
		<Details summary="All versions that were approved">
			<Table
				stacked
				firstCellIsHeader
				caption="Versions, the latest first"
				captionClassName="govuk-visually-hidden"
				head={['Version', 'Words', 'Approved', 'Ended']}
				rows={history.map(({ number, words, approved, ended }) => [
					`Version ${number}`,
					<div key="words" className="wording__text">
						{words}
					</div>,
					approved,
					ended,
				])}
			/>
		</Details>
	);
}
