import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { ROLE_NAMES } from '#app/domain/access/actor.ts';
import { SIDE_NAMES } from '#app/domain/programmes/programme.ts';
import { requireAccess } from '#app/http/actor.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { ButtonLink } from '#app/ui/components/button.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { Tag, type TagColour } from '#app/ui/components/tag.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { listStaff, type StaffRow } from '#db/queries/staff.ts';

export const meta: MetaFunction = () => pageTitle('Staff');

const SAID = {
	changed: 'Their duties are changed. They count from the next page that they open.',
	'signed-out': 'They are signed out everywhere.',
	deactivated: 'The account is closed. Its owner is signed out everywhere.',
};

export function loader({ request, context }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'staff');
	return { staff: listStaff(context.db, actor), said: said(request, SAID) };
}

const STATES: Readonly<Record<StaffRow['state'], { text: string; colour: TagColour }>> = {
	active: { text: 'Active', colour: 'green' },
	invited: { text: 'Invited', colour: 'yellow' },
	deactivated: { text: 'Closed', colour: 'grey' },
};

export default function Staff() {
	const { staff, said } = useLoaderData<typeof loader>();
	return (
		<>
			<Said sentence={said} />
			<PageHeader title="Staff">
				<p className="govuk-body">Who can sign in, and what they may do. Invite somebody by a link that works once.</p>
			</PageHeader>
			<ButtonLink href={paths.newStaff()}>Invite somebody</ButtonLink>
			<Table
				stacked
				firstCellIsHeader
				caption="Everybody with an account"
				captionClassName="govuk-visually-hidden"
				head={['Name', 'Roles', 'Areas and sides', 'Account']}
				rows={staff.map((member) => [
					<a key="name" className="govuk-link" href={paths.staffMember(member.id)}>
						{member.name}
					</a>,
					member.roles.map((role) => ROLE_NAMES[role]).join(', '),
					<Arranges key="arranges" member={member} />,
					<Account key="state" member={member} />,
				])}
			/>
		</>
	);
}

function Account({ member }: { readonly member: Pick<StaffRow, 'state' | 'mailCameBackAt'> }) {
	const { text, colour } = STATES[member.state];
	return (
		<>
			<Tag colour={colour}>{text}</Tag>
			{member.mailCameBackAt && <Tag colour="red">Mail comes back</Tag>}
		</>
	);
}

function Arranges({ member }: { readonly member: Pick<StaffRow, 'areas' | 'sides'> }) {
	const areas = member.areas.map(({ name }) => name).join(', ');
	const sides = member.sides.map((side) => SIDE_NAMES[side]).join(', ');
	if (!areas && !sides) return <span className="quiet">None</span>;
	return (
		<span>
			{areas}
			{areas && sides && <br />}
			{sides && <span className="quiet">{sides}</span>}
		</span>
	);
}
