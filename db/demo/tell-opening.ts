import { plusMinutes } from '#app/domain/shared/instant.ts';
import { sendNotices } from '#app/use-cases/notices/send-notices.ts';
import { endOpening } from '#app/use-cases/openings/end-opening.ts';
import { openRecord } from '#app/use-cases/openings/open-record.ts';
import { findOpenRecord } from '../queries/access/openings.ts';
import { findPerson } from '../queries/people.ts';
import { DEMO_PASSWORD } from './cast.ts';
import { certainly, type Member, type Stage } from './stage.ts';

/**
 * Yesterday Kezia Mensah opened the record of a man of a cohort that she is not on, for twenty minutes. Ruth Levy was told
 * at once, and has not reviewed it yet.
 */
export async function tellOpening(stage: Stage, { personId }: Member): Promise<void> {
	const { context, now } = stage;
	const kezia = stage.actor('kezia');
	const opened = plusMinutes(now, -26 * 60);
	stage.at(opened);
	const { reference } = findPerson(context.db, stage.actor('ruth'), personId)!;
	const reason =
		'A neighbour rang the hub: he was outside and very agitated. Tom and Anita could not be reached, and I needed to know whether he was expected.';
	const wish = { side: null, reference, reason, proof: { password: DEMO_PASSWORD, code: '' } };
	certainly(await openRecord(context, kezia, wish));
	stage.at(plusMinutes(opened, 1));
	await sendNotices(context);
	stage.at(plusMinutes(opened, 20));
	certainly(endOpening(context, kezia, findOpenRecord(context.db, kezia, plusMinutes(opened, 20))!.id));
	stage.at(now);
}
