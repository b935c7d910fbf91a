import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { Button, ButtonLink } from '#app/ui/components/button.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { Input } from '#app/ui/forms/input.tsx';
import { Invitations, type InvitationsProps } from './invitations.tsx';

type CalendarPageProps = {
	readonly madeOn: string | null;
	readonly invitations: InvitationsProps;
	readonly said: string | null;
};

export function CalendarPage({ madeOn, invitations, said }: CalendarPageProps) {
	return (
		<>
			<Said sentence={said} />
			<PageHeader title="My calendar">
				<p className="govuk-body-l">See your sessions in the calendar on your phone or computer.</p>
			</PageHeader>
			<h2 className="govuk-heading-m">Calendar address</h2>
			<p className="govuk-body">
				A calendar address holds every session of the cohorts on whose team you are, and follows every change. It says
				only “Group session 7”, the time and, where that is safe, the venue: no names, no programme.
			</p>
			<p className="govuk-body">
				For paper there is{' '}
				<a className="govuk-link" href={paths.myTermPlan()}>
					your term plan
				</a>
				.
			</p>
			<p className="govuk-body">Anybody who has the address can read it, so keep it to yourself.</p>
			{madeOn === null ? (
				<form method="post">
					<Button preventDoubleClick>Make a calendar address</Button>
				</form>
			) : (
				<Existing madeOn={madeOn} />
			)}
			<Invitations {...invitations} />
		</>
	);
}

function Existing({ madeOn }: { readonly madeOn: string }) {
	return (
		<>
			<InsetText>
				You have had a calendar address since {madeOn}. We cannot show it again. If you lost it, or somebody else has
				seen it, make a new one: that ends the old.
			</InsetText>
			<div className="govuk-button-group">
				<form method="post">
					<Button preventDoubleClick>Make a new address</Button>
				</form>
				<form method="post" action={paths.myCalendarEnd()}>
					<Button variant="secondary" preventDoubleClick>
						End my address
					</Button>
				</form>
			</div>
		</>
	);
}

export function NewAddress({ address }: { readonly address: string }) {
	return (
		<>
			<PageHeader title="Here is your calendar address" />
			<Input
				name="address"
				label="Calendar address"
				labelSize="m"
				hint="Choose all of it and copy it."
				defaultValue={address}
				readOnly
				spellCheck={false}
			/>
			<InsetText>We show it only here and only this once. An address that you made before has ended.</InsetText>
			<h2 className="govuk-heading-m">Add it to your calendar</h2>
			<ul className="govuk-list govuk-list--bullet">
				<li>Outlook: Add calendar, then Subscribe from web.</li>
				<li>Google Calendar: Other calendars, then From URL.</li>
				<li>iPhone or iPad: Settings, Calendar accounts, Add subscribed calendar.</li>
			</ul>
			<p className="govuk-body">Calendars look for changes by themselves, some only once a day.</p>
			<ButtonLink variant="secondary" href={paths.myCalendar()}>
				I have copied it
			</ButtonLink>
		</>
	);
}
