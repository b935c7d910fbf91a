import { plusMinutes } from '#app/domain/shared/instant.ts';
import { startVersion } from '#app/use-cases/programmes/start-version.ts';
import { writeVersionPlan } from '#app/use-cases/programmes/write-version-plan.ts';
import { certainly, type Stage } from '../stage.ts';

const slug = 'caring-dads';

/**
 * The day before yesterday Ruth Levy began a version in the service’s own wording, and wrote the first session anew: a
 * draft still, whose minutes do not add up yet. The words are invented, as all others in the story.
 */
export function tellVersion(stage: Stage): void {
	const { context, now } = stage;
	const ruth = stage.actor('ruth');
	stage.at(plusMinutes(now, -2 * 24 * 60));
	const versionId = certainly(startVersion(context, ruth, { slug, from: '1' }));
	const [first] = context.content.programmeOf({ slug, version: '1', variant: null }).plans;
	const { activities, ...words } = first!;
	const [arrival, ...rest] = activities;
	const written = {
		...words,
		title: 'Arriving',
		aim: 'Know each other by name, agree how we work, and say for whose sake we meet.',
		activities: [{ ...arrival!, title: 'Tea, names and where everything is', minutes: 15 }, ...rest],
	};
	certainly(writeVersionPlan(context, ruth, { slug, versionId, planNumber: 1, version: 1, written }));
	stage.at(now);
}
