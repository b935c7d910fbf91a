import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { programmeWithId } from '#app/domain/programmes/programme-id.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { ProgrammePage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Programme');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	requireAccess(request, context, 'read', 'programme');
	const programmeId = params.programmeId!;
	return json({ programmeId, programme: orNotFound(programmeWithId(context.content.programmes, programmeId)) });
}

export default function ProgrammeRoute() {
	const { programmeId, programme } = useLoaderData<typeof loader>();
	return <ProgrammePage programmeId={programmeId} programme={programme} />;
}
