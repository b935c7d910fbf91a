import { Cron } from 'croner';
import pino from 'pino';
import type { AppContext } from '#app/context.ts';
import { CLOCK } from '#app/domain/access/actor.ts';
import { faultForLog } from '#app/domain/shared/fault-for-log.ts';
import { closeBegunProposals } from '#app/use-cases/adaptations/proposal-task.ts';
import { keepCohortStates } from '#app/use-cases/cohorts/keep-cohort-states.ts';
import { keepTeamDuties } from '#app/use-cases/cohorts/keep-team-duties.ts';
import { closeMendedGaps } from '#app/use-cases/gaps/close-mended-gaps.ts';
import { forgetWhatRanOut } from '#app/use-cases/kept-forms/forget-kept-forms.ts';
import { tellOfOverdueTasks } from '#app/use-cases/tasks/tell-of-overdue-tasks.ts';
import { remindOfAccreditations } from '#app/use-cases/team/remind-of-accreditations.ts';
import { planAndSend } from './plan-and-send.ts';
import { readBounces } from './read-bounces.ts';

const log = pino({ name: 'plumbline' });

/**
 * Starts what the clock starts in this process: every minute, and every five what came back in the mail, so that a mail
 * server that is slow keeps nothing else waiting. `stop` waits for what is under way.
 */
export function startJobs(context: AppContext): { stop(): Promise<void> } {
	let underWay: Promise<unknown> = Promise.resolve();
	const everyMinute = new Cron('* * * * *', { protect: true, unref: true }, async () => {
		underWay = work(context).catch((fault: unknown) => {
			log.error(faultForLog(fault), 'the minute’s work stopped; it is tried again next minute');
		});
		await underWay;
	});
	let reading: Promise<unknown> = Promise.resolve();
	const everyFiveMinutes = new Cron('*/5 * * * *', { protect: true, unref: true }, async () => {
		reading = readBounces(context).catch((fault: unknown) => {
			log.error(
				faultForLog(fault),
				'the mailbox of what came back could not be read; it is tried again in five minutes',
			);
		});
		await reading;
	});
	return {
		stop: async () => {
			everyMinute.stop();
			everyFiveMinutes.stop();
			await Promise.all([underWay, reading]);
		},
	};
}

async function work(context: AppContext): Promise<void> {
	keepCohortStates(context, CLOCK);
	keepTeamDuties(context, CLOCK);
	closeBegunProposals(context, CLOCK);
	remindOfAccreditations(context, CLOCK);
	closeMendedGaps(context, CLOCK);
	forgetWhatRanOut(context);
	await planAndSend(context);
	tellOfOverdueTasks(context, CLOCK);
}
