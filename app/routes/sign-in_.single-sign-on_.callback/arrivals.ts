import { redirect } from '@remix-run/node';
import type { ProvenIdentity } from '#app/domain/sign-in/proven-identity.ts';
import { requireActor } from '#app/http/actor.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import type { Purpose } from '#app/http/sign-in/departure.ts';
import { answerSignedIn } from '#app/http/sign-in/signed-in.ts';
import { visitorOf } from '#app/http/sign-in/visitor.ts';
import { paths } from '#app/paths.ts';
import { acceptInvitationByIdentity, linkIdentity } from '#app/use-cases/single-sign-on/link-identity.ts';
import { signInByIdentity } from '#app/use-cases/single-sign-on/sign-in-by-identity.ts';

/** What follows for whom the provider proved, by why they left. */
export function answerArrival(
	request: Request,
	context: RequestContext,
	purpose: Purpose,
	identity: ProvenIdentity,
): Response {
	const visitor = visitorOf(request, context);
	if (purpose.for === 'link') {
		const linked = linkIdentity(context, requireActor(request, context), identity);
		return redirect(paths.account(linked.done ? 'linked' : 'identity-in-use'));
	}
	if (purpose.for === 'invitation') {
		const accepted = acceptInvitationByIdentity(context, purpose.link, { identity, visitor });
		if (accepted.done) return answerSignedIn(request, context, accepted.value);
		return redirect(accepted.code === 'identity-in-use' ? paths.signIn(accepted.code) : paths.invitation(purpose.link));
	}
	const outcome = signInByIdentity(context, identity, visitor);
	return outcome.done ? answerSignedIn(request, context, outcome.value) : redirect(paths.signIn('unknown-account'));
}
