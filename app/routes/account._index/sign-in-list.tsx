import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/components/button.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { Tag } from '#app/ui/components/tag.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';

export type OwnSignIn = {
	readonly handle: string;
	readonly device: string | null;
	readonly began: string;
	readonly lastSeen: string;
	readonly isHere: boolean;
};

/** Where somebody is signed in, each to be ended, and all the others at once. */
export function SignInList({ signIns }: { readonly signIns: readonly OwnSignIn[] }) {
	return (
		<>
			<h2 className="govuk-heading-m">Where you are signed in</h2>
			<Table
				stacked
				firstCellIsHeader
				caption="Where you are signed in"
				captionClassName="govuk-visually-hidden"
				head={['Browser', 'Signed in', 'Last seen', 'End it']}
				rows={signIns.map((signIn) => [
					signIn.device ?? 'A browser that we do not know',
					signIn.began,
					signIn.lastSeen,
					signIn.isHere ? <Tag key="here">This one</Tag> : <EndOne key="end" signIn={signIn} />,
				])}
			/>
			{signIns.length > 1 && (
				<form method="post" action={paths.accountSignInsEnd()}>
					<HiddenField name="which" value="others" />
					<Button variant="secondary" preventDoubleClick>
						Sign out everywhere else
					</Button>
				</form>
			)}
			<p className="govuk-body">If you do not know one of these, end it, then change your password.</p>
		</>
	);
}

function EndOne({ signIn: { handle, device, began } }: { readonly signIn: OwnSignIn }) {
	return (
		<form method="post" action={paths.accountSignInsEnd()}>
			<HiddenField name="which" value={handle} />
			<button type="submit" className="link-button">
				End
				<span className="govuk-visually-hidden">
					{' '}
					the sign-in of {device ?? 'a browser that we do not know'} of {began}
				</span>
			</button>
		</form>
	);
}
