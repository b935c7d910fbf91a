import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { programmeWithId } from '#app/domain/programmes/programme-id.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { show } from '#app/http/show.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { readFilter } from './filter.ts';
import { RegisterPage } from './page.tsx';
import { type RegisterView, readRegisterView } from './register-view.ts';

export const meta: MetaFunction = () => pageTitle('What was changed in sessions');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'adaptation.record');
	const programme = orNotFound(programmeWithId(context.content.programmes, params.programmeId!));
	return show(readRegisterView(context, actor, programme, readFilter(request, programme)));
}

export default function AdaptationRegister() {
	return <RegisterPage view={useLoaderData() as RegisterView} />;
}
