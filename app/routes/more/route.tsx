import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { inHeader, sectionsOf } from '#app/domain/access/home.ts';
import { requireActor } from '#app/http/actor.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { labelled } from '#app/ui/shell/header-items.ts';
import { MORE_GROUPS, NAVIGATION } from '#app/ui/shell/navigation.ts';
import { countAlerts } from '#db/queries/audit/alerts.ts';

export const meta: MetaFunction = () => pageTitle('More');

export function loader({ request, context }: LoaderFunctionArgs) {
	const actor = requireActor(request, context);
	const { more } = inHeader(sectionsOf(actor));
	return { more, waiting: { audit: countAlerts(context.db, actor, true) } };
}

export default function More() {
	const { more, waiting } = useLoaderData<typeof loader>();
	const groups = MORE_GROUPS.map(([name, sections]) => {
		return { name, sections: sections.filter(([section]) => more.includes(section)) };
	}).filter(({ sections }) => sections.length > 0);
	return (
		<>
			<PageHeader title="More" />
			{groups.length === 0 && (
				<EmptyState title="Nothing more">What is yours is in the line at the top of the page.</EmptyState>
			)}
			<div className="plumbline-more">
				{groups.map(({ name, sections }) => (
					<section key={name}>
						<h2 className="govuk-heading-m">{name}</h2>
						<ul className="govuk-list">
							{sections.map(([section, about]) => (
								<li key={section}>
									<a className="govuk-link govuk-!-font-weight-bold" href={NAVIGATION[section].href}>
										{labelled(NAVIGATION[section].label, section === 'audit' ? waiting.audit : 0)}
									</a>
									<span className="plumbline-more__about">{about}</span>
								</li>
							))}
						</ul>
					</section>
				))}
			</div>
		</>
	);
}
