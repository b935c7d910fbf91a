import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { SessionStrip } from '#app/ui/blocks/session-strip.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { NotificationBanner } from '#app/ui/components/notification-banner.tsx';
import { Pagination } from '#app/ui/components/pagination.tsx';
import badLineScript from '#app/ui/enhance/bad-line.js?url';
import registerScript from '#app/ui/enhance/register.js?url';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import { formatCount } from '#app/ui/format.ts';
import { Stamped, slot, stamp } from '#app/ui/stamp.tsx';
import { ConcernsToDescribe } from './concern-tick.tsx';
import { correctionMarkup, type Shown, saveBarMarkup, toolbarMarkup } from './form-markup.tsx';
import { rowMarkup } from './row.tsx';

type RegisterPageProps = {
	readonly view: Shown;
	readonly form: FormState;
	/** After a conflict: what was saved all the same. */
	readonly savedMeanwhile: string | null;
};

export function RegisterPage({ view, form, savedMeanwhile }: RegisterPageProps) {
	return (
		<>
			<BackLink href={paths.session(view.sessionId)}>{view.name}</BackLink>
			<Said sentence={view.said} />
			<FormErrorSummary form={form} />
			{savedMeanwhile && (
				<NotificationBanner type="success" role="region" disableAutoFocus>
					{savedMeanwhile}
				</NotificationBanner>
			)}
			<PageHeader caption={view.caption} title={view.isCatchUp ? 'Catch-up register' : 'Register'}>
				<Stamped markup={stripMarkup(view)} />
			</PageHeader>
			{view.concerns && <ConcernsToDescribe concerns={view.concerns} />}
			{view.catchUps && <CatchUpsNeeded {...view.catchUps} />}
			<p className="govuk-body no-print">
				<a className="govuk-link" href={paths.registerPaper(view.sessionId)}>
					Print a paper register
				</a>
			</p>
			{view.phase === 'cancelled' ? <NotHeld view={view} /> : <RegisterForm view={view} form={form} />}
			<Stamped className="no-print" markup={otherRegistersMarkup(view)} />
		</>
	);
}

function CatchUpsNeeded({ needed, href }: NonNullable<Shown['catchUps']>) {
	return (
		<p className="govuk-body no-print">
			{formatCount('person', needed)} {needed === 1 ? 'needs' : 'need'} a catch-up of this session.{' '}
			<a className="govuk-link" href={href}>
				Book a catch-up
			</a>
		</p>
	);
}

/** The strip of a cohort stays the same for a day or more: it is rendered once. */
function stripMarkup({ strip, stripNote }: Shown): string {
	const note = stripNote === null ? undefined : slot('note');
	let shape = `strip ${stripNote !== null}`;
	for (const { number, day, state, movedFrom, href, current } of strip)
		shape += ` ${number} ${day} ${state} ${movedFrom} ${href} ${current}`;
	return stamp(shape, () => <SessionStrip sessions={strip} note={note} />, { note: stripNote ?? '' });
}

function RegisterForm({ view, form }: { readonly view: Shown; readonly form: FormState }) {
	const { rows, phase, sessionId, takesBack } = view;
	const phaseOfRows = phase === 'started' ? 'started' : 'in-advance';
	if (rows.length === 0)
		return (
			<EmptyState title="Nobody is expected at this session">
				Add people to the cohort, or check their exits.
			</EmptyState>
		);
	const markup = [
		toolbarMarkup(view),
		...rows.map((row) => rowMarkup(row, { form, phase: phaseOfRows, takesBack })),
		correctionMarkup(view, form),
		saveBarMarkup(view),
	];
	return (
		<form method="post" action={paths.register(sessionId)} id="register" data-keep={view.keep} noValidate>
			<Stamped markup={markup.join('')} />
			<script type="module" src={registerScript} />
			<script type="module" src={badLineScript} />
		</form>
	);
}

/** The registers beside this one, and what this one said before. */
function otherRegistersMarkup({ neighbours: { previous, next }, historyHref }: Shown): string {
	const link = (name: string, one: typeof previous) =>
		one && { href: slot(`${name} href`), label: slot(`${name} label`) };
	const shown = { previous: link('previous', previous), next: link('next', next) };
	return stamp(
		`other registers ${previous !== null} ${next !== null} ${historyHref !== null}`,
		() => <OtherRegisters {...shown} historyHref={historyHref && slot('history')} />,
		{
			history: historyHref ?? '',
			...{ 'previous href': previous?.href ?? '', 'previous label': previous?.label ?? '' },
			...{ 'next href': next?.href ?? '', 'next label': next?.label ?? '' },
		},
	);
}

function OtherRegisters({ previous, next, historyHref }: Shown['neighbours'] & Pick<Shown, 'historyHref'>) {
	return (
		<>
			{historyHref && (
				<p className="govuk-body">
					<a className="govuk-link" href={historyHref}>
						Earlier marks and notes
					</a>
				</p>
			)}
			{(previous || next) && (
				<Pagination
					label="Registers"
					previous={previous ? { ...previous, text: 'Previous register' } : undefined}
					next={next ? { ...next, text: 'Next register' } : undefined}
				/>
			)}
		</>
	);
}

function NotHeld({ view }: { readonly view: Shown }) {
	return (
		<InsetText>
			<p>This session did not go ahead: {view.cancelledWhy}</p>
			<p>
				<a className="govuk-link" href={paths.session(view.sessionId)}>
					Go to the session
				</a>
			</p>
		</InsetText>
	);
}
