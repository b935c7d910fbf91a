import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import type { Programme, SessionPlan } from '#app/domain/programmes/programme.ts';
import { programmeIdOf, programmeWithId } from '#app/domain/programmes/programme-id.ts';
import { programmeLabel } from '#app/domain/programmes/variant.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { SessionPlanBody } from '#app/ui/blocks/session-plan.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Pagination } from '#app/ui/components/pagination.tsx';
import { formatLength } from '#app/ui/format.ts';
import { pageTitle } from '#app/ui/page-title.ts';

export const meta: MetaFunction = () => pageTitle('Session plan');

const KINDS = { group: 'group session', individual: 'individual session', review: 'review' } as const;

export function loader({ request, context, params }: LoaderFunctionArgs) {
	requireAccess(request, context, 'read', 'programme');
	const programme = orNotFound(programmeWithId(context.content.programmes, params.programmeId!));
	const at = programme.plans.findIndex(({ number }) => String(number) === params.planNumber);
	const plan = orNotFound(programme.plans[at]);
	const { notice, modules, logicModel } = programme;
	return json({
		plan,
		programme: { notice, modules, logicModel },
		back: { href: paths.programme(programmeIdOf(programme)), label: programmeLabel(programme) },
		caption: `${programmeLabel(programme)} · ${KINDS[plan.kind]} · ${formatLength(plan.minutes)}`,
		previous: linkTo(programme, programme.plans[at - 1]),
		next: linkTo(programme, programme.plans[at + 1]),
	});
}

function linkTo(programme: Programme, plan: SessionPlan | undefined) {
	return plan ? { href: paths.programmePlan(programmeIdOf(programme), plan.number), label: plan.title } : null;
}

export default function ProgrammePlan() {
	const { plan, programme, back, caption, previous, next } = useLoaderData<typeof loader>();
	return (
		<>
			<BackLink href={back.href}>{back.label}</BackLink>
			<PageHeader caption={caption} title={plan.title} />
			<SessionPlanBody plan={plan} programme={programme} />
			<Pagination label="Plans" previous={previous ?? undefined} next={next ?? undefined} />
		</>
	);
}
