import { plusMinutes } from '#app/domain/shared/instant.ts';
import { setBands } from '#app/use-cases/programmes/set-bands.ts';
import { certainly, type Stage } from '../stage.ts';

/** Three weeks ago Ruth Levy set where the bands of one programme begin: the service wants to look sooner there. */
export function tellBands(stage: Stage): void {
	const { context, now } = stage;
	stage.at(plusMinutes(now, -21 * 24 * 60));
	const programme = { slug: 'inspiring-families-abusing' };
	certainly(setBands(context, stage.actor('ruth'), { programme, good: 85, watch: 65, shownNumber: 0 }));
	stage.at(now);
}
