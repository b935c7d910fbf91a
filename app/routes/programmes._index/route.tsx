import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { type Programme, SIDE_NAMES } from '#app/domain/programmes/programme.ts';
import { programmeIdOf } from '#app/domain/programmes/programme-id.ts';
import { requireAccess } from '#app/http/actor.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { SummaryList } from '#app/ui/components/summary-list.tsx';
import { formatCount } from '#app/ui/format.ts';
import { pageTitle } from '#app/ui/page-title.ts';

export const meta: MetaFunction = () => pageTitle('Programmes');

export function loader({ request, context }: LoaderFunctionArgs) {
	requireAccess(request, context, 'read', 'programme');
	return json(context.content.programmes.filter(({ variant }) => variant === null).map(programmeView));
}

function programmeView(programme: Programme) {
	const { name, version, summary, side, plans, modules, variants } = programme;
	return {
		href: paths.programme(programmeIdOf(programme)),
		name,
		version,
		summary,
		side: SIDE_NAMES[side],
		sessions: `${formatCount('session', plans.length)} in ${formatCount('module', modules.length)}`,
		variants: variants.map((variant) => ({
			name: variant.name,
			href: paths.programme(programmeIdOf({ ...programme, variant: variant.key })),
		})),
	};
}

export default function Programmes() {
	const programmes = useLoaderData<typeof loader>();
	return (
		<>
			<PageHeader title="Programmes">
				<p className="govuk-body">
					What each programme asks for, and the plan of every session. A cohort keeps the version that it began with.
				</p>
			</PageHeader>
			{programmes.map(({ href, name, version, summary, side, sessions, variants }) => (
				<SummaryList
					key={href}
					card={{
						title: (
							<a className="govuk-link govuk-link--no-visited-state" href={href}>
								{name}
							</a>
						),
						headingLevel: 2,
					}}
					rows={[
						{ key: 'What it is', value: summary },
						{ key: 'Works with', value: side },
						{ key: 'Sessions', value: sessions },
						...variants.map((variant) => ({
							key: 'Also as',
							value: (
								<a className="govuk-link" href={variant.href}>
									{variant.name}
								</a>
							),
						})),
						{ key: 'Version', value: version },
					]}
				/>
			))}
		</>
	);
}
