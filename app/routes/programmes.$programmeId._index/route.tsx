import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { withBands } from '#app/domain/fidelity/bands.ts';
import { programmeWithId } from '#app/domain/programmes/programme-id.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { paths } from '#app/paths.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { findBands } from '#db/queries/programmes/bands.ts';
import { ProgrammePage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Programme');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'programme');
	const programmeId = params.programmeId!;
	const found = orNotFound(programmeWithId(context.content.programmes, programmeId));
	const programme = withBands(found, findBands(context.db, found.slug));
	const retentionHref = mayAtAll(actor, 'read', 'retention') ? paths.programmeRetention(programmeId) : null;
	const fidelityHref = mayAtAll(actor, 'read', 'delivery-log') ? paths.programmeFidelity(programmeId) : null;
	const versionsHref = mayAtAll(actor, 'write', 'programme-version') ? paths.programmeVersions(programmeId) : null;
	const adaptationsHref = mayAtAll(actor, 'read', 'adaptation.record') ? paths.programmeAdaptations(programmeId) : null;
	const ratersHref = mayAtAll(actor, 'write', 'observation.release') ? paths.programmeRaters(programmeId) : null;
	const bandsHref = mayAtAll(actor, 'write', 'fidelity-bands') ? paths.programmeBands(programmeId) : null;
	const overviewHref = retentionHref && fidelityHref && paths.programmeOverview(programmeId);
	const links = { overviewHref, retentionHref, fidelityHref, versionsHref, adaptationsHref, ratersHref, bandsHref };
	return json({ programmeId, programme, ...links });
}

export default function ProgrammeRoute() {
	return <ProgrammePage {...useLoaderData<typeof loader>()} />;
}
