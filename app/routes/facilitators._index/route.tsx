import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { StaffId } from '#app/domain/shared/ids.ts';
import { lowerFirst } from '#app/domain/shared/in-words.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { requireAccess } from '#app/http/actor.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { lastsInWords } from '#app/ui/team/time-words.ts';
import { programmesToAccredit } from '#app/use-cases/team/programmes-to-accredit.ts';
import { type AccreditationRow, listAccreditations, listFacilitatorsOf } from '#db/queries/team/staff-time.ts';

export const meta: MetaFunction = () => pageTitle('Facilitators');

export function loader({ request, context }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'accreditation');
	const { db, content, clock } = context;
	const programmes = programmesToAccredit(content);
	const nameOf = new Map(programmes.map(({ slug, name }) => [slug, name]));
	const found = listFacilitatorsOf(db, actor, 'accreditation');
	const held = Map.groupBy(listAccreditations(db, actor, idsOf(found), programmes), ({ staffId }) => staffId);
	const today = dayOf(clock.now());
	const supervised = new Set(idsOf(listFacilitatorsOf(db, actor, 'practice')));
	const facilitators = found.map(({ id, name }) => ({
		...{ id, name, held: inWords(held.get(id) ?? [], nameOf, today) },
		supervisionHref: supervised.has(id) ? paths.facilitatorSupervision(id) : null,
	}));
	return json({ facilitators, hasSupervision: supervised.size > 0 });
}

const idsOf = (facilitators: readonly { readonly id: StaffId }[]) => facilitators.map(({ id }) => id);

function inWords(held: readonly AccreditationRow[], names: ReadonlyMap<string, string>, today: CalendarDay) {
	return held.map((one) => `${names.get(one.programmeSlug)}: ${lowerFirst(lastsInWords(one, today))}`);
}

export default function Facilitators() {
	const { facilitators, hasSupervision } = useLoaderData<typeof loader>();
	return (
		<>
			<PageHeader title="Facilitators">
				<p className="govuk-body">For which programmes they are accredited: who is not cannot be asked for cover.</p>
			</PageHeader>
			{facilitators.length === 0 ? (
				<EmptyState title="No facilitators">An administrator gives the role to somebody under Staff.</EmptyState>
			) : (
				<Table
					stacked
					firstCellIsHeader
					caption="Facilitators and their accreditations"
					captionClassName="govuk-visually-hidden"
					head={['Name', 'Accredited for', ...(hasSupervision ? ['Supervision'] : [])]}
					rows={facilitators.map(({ id, name, held, supervisionHref }) => [
						<a key="name" className="govuk-link" href={paths.facilitator(id)}>
							{name}
						</a>,
						held.length === 0 ? 'Nothing' : held.join('; '),
						...(supervisionHref
							? [
									<a key="supervision" className="govuk-link" href={supervisionHref}>
										Supervision<span className="govuk-visually-hidden"> of {name}</span>
									</a>,
								]
							: []),
					])}
				/>
			)}
		</>
	);
}
