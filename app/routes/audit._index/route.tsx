import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { requireAccess } from '#app/http/actor.ts';
import { pageNumber } from '#app/http/page-number.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { type AuditView, auditView } from './audit-view.ts';
import { readFilter } from './filter.ts';
import { AuditPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Audit trail');

export function loader({ request, context }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'audit');
	return json(auditView(context, actor, readFilter(request), pageNumber(request)));
}

export default function Audit() {
	return <AuditPage view={useLoaderData() as AuditView} />;
}
