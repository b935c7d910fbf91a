import { signInsOfStory } from '#db/demo/tell-story.ts';
import type { AppContext } from './context.ts';
import { paths } from './paths.ts';
import { inviteFirstAdministrator } from './use-cases/staff/invite-first-administrator.ts';

/** Says on standard output where the app is, and how to get in for the first time. */
export function printWelcome(context: AppContext): void {
	const { mode, publicUrl } = context.config;
	console.log(`\nPlumbline is ready at ${publicUrl}\n`);
	if (mode === 'demo') {
		console.log(signInsOfStory());
		return;
	}
	const secret = inviteFirstAdministrator(context);
	if (secret)
		console.log(`First administrator: open ${publicUrl}${paths.invitation(secret)} once to choose a password.\n`);
}
