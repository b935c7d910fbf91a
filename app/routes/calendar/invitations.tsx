import { countInWords } from '#app/domain/shared/in-words.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/components/button.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';

export type InvitationsProps = {
	/** Since when they are sent; null: they are not. */
	readonly since: string | null;
	/** Of sessions to come: refused by the mail server, or handed over without an answer. */
	readonly notDelivered: number;
	readonly notConfirmed: number;
};

/** Calendar invitations by mail: off until their owner turns them on. */
export function Invitations({ since, ...counts }: InvitationsProps) {
	return (
		<section aria-labelledby="invitations">
			<h2 className="govuk-heading-m" id="invitations">
				Calendar invitations
			</h2>
			<p className="govuk-body">
				If your calendar cannot follow an address, we can send you an email for each session instead. It puts the
				session into your calendar; when the session changes or does not go ahead, another email says so there. It says
				no more than the address does.
			</p>
			{since === null ? <TurnOn /> : <TurnedOn since={since} {...counts} />}
		</section>
	);
}

function TurnOn() {
	return (
		<>
			<p className="govuk-body">You get one email for each session to come, so there may be many of them at first.</p>
			<Wish wanted="yes">
				<Button variant="secondary" preventDoubleClick>
					Send me an invitation for each session
				</Button>
			</Wish>
		</>
	);
}

function TurnedOn({ since, notDelivered, notConfirmed }: InvitationsProps) {
	return (
		<>
			<InsetText>You have had an invitation for each session since {since}.</InsetText>
			{notDelivered + notConfirmed > 0 && (
				<p className="govuk-body">
					{whatWentWrong({ notDelivered, notConfirmed })} Compare your calendar with the sessions on your pages. To have
					everything sent again, stop the invitations, wait for the cancellations, and turn them on again.
				</p>
			)}
			<p className="govuk-body">
				If you stop them, the sessions to come are taken out of your calendar, one email each, because they would follow
				no change any more.
			</p>
			<Wish wanted="no">
				<Button variant="secondary" preventDoubleClick>
					Stop my invitations
				</Button>
			</Wish>
		</>
	);
}

function Wish({ wanted, children }: { readonly wanted: 'yes' | 'no'; readonly children: React.ReactNode }) {
	return (
		<form method="post" action={paths.myCalendarInvitations()}>
			<input type="hidden" name="wanted" value={wanted} />
			{children}
		</form>
	);
}

function whatWentWrong({ notDelivered, notConfirmed }: Omit<InvitationsProps, 'since'>): string {
	const refused = `The mail server refused ${countInWords(notDelivered, 'email')} to you.`;
	const open = `It took ${countInWords(notConfirmed, 'email')} to you without confirming, so each may or may not have arrived.`;
	return [notDelivered > 0 && refused, notConfirmed > 0 && open].filter(Boolean).join(' ');
}
