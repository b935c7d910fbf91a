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

const log = pino({ name: 'plumbline' });

/** Starts what the clock starts in this process, every minute; `stop` waits for what is under way. */
export function startJobs(context: AppContext): { stop(): Promise<void> } {
	let underWay: Promise<unknown> = Promise.resolve();
	const everyMinute = new Cron('* * * * *', { protect: true, unref: true }, async () => {
		underWay = work(context).catch((fault: unknown) => {
			log.error(faultForLog(fault), 'the minute’s work stopped; it is tried again next minute');
		});
		await underWay;
	});
	return {
		stop: async () => {
			everyMinute.stop();
			await underWay;
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
