import type { Server } from 'node:http';
import type { ServerBuild } from '@remix-run/node';
import { tellStory } from '#db/demo/tell-story.ts';
import { ConfigFaults, listeningOn, type Mode, readConfig } from './config.ts';
import { ContentFaults } from './content/content-faults.ts';
import { type AppContext, createContext } from './context.ts';
import { createApp } from './http/create-app.ts';
import { webServer } from './http/web-server.ts';
import { startJobs } from './jobs/start-jobs.ts';
import { seedBankHolidays } from './use-cases/places/seed-bank-holidays.ts';
import { printWelcome } from './welcome.ts';

/** Starts the process: settings, database, content, web server, clockwork. Stops with status 3 when any cannot be used. */
export async function startServer(mode: Mode): Promise<void> {
	const opened = contextOrStop(mode);
	seedBankHolidays(opened);
	if (mode === 'demo') await tellStory(opened);
	// A provider that cannot be reached does not keep anybody’s password from working: the sign-in page says so.
	void opened.singleSignOn?.isReachable();
	const build: ServerBuild = await import(new URL('../build/server/index.js', import.meta.url).href);
	const server = webServer();
	server.once('error', (fault) => stop([`The server could not start: ${fault.message}`]));
	server.once('listening', () => {
		// Only now is the address certain that links and the check of a form's origin go by.
		const context = { ...opened, config: listeningOn(opened.config, portOf(server)) };
		server.on('request', createApp({ context, build }));
		const jobs = startJobs(context);
		printWelcome(context);
		stopWhenAsked(server, context, jobs);
	});
	server.listen(opened.config.port, opened.config.host);
}

function contextOrStop(mode: Mode): AppContext {
	try {
		return createContext(readConfig(process.env, mode));
	} catch (fault) {
		if (fault instanceof ConfigFaults || fault instanceof ContentFaults) return stop([fault.message]);
		throw fault;
	}
}

function stop(sentences: readonly string[]): never {
	for (const sentence of sentences) console.error(sentence);
	process.exit(3);
}

function portOf(server: Server): number {
	const address = server.address();
	return typeof address === 'object' && address ? address.port : 0;
}

function stopWhenAsked(server: Server, context: AppContext, jobs: { stop(): Promise<void> }): void {
	const close = async () => {
		await jobs.stop();
		server.close(() => {
			context.mailer.close();
			context.db.$client.close();
			process.exit(0);
		});
		server.closeIdleConnections();
	};
	process.once('SIGTERM', close);
	process.once('SIGINT', close);
}
