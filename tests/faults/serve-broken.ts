/** The product's own server in a process of its own, on a database that breaks once somebody is signed in. */
import type { AddressInfo } from 'node:net';
import type { ServerBuild } from '@remix-run/node';
import { readConfig } from '#app/config.ts';
import { createContext } from '#app/context.ts';
import type { StaffId } from '#app/domain/shared/ids.ts';
import { createApp } from '#app/http/create-app.ts';
import { signInCookie } from '#app/http/sign-in-cookie.ts';
import { webServer } from '#app/http/web-server.ts';
import { startSignIn } from '#app/use-cases/staff/sign-in.ts';
import { inTransaction } from '#db/client.ts';
import { insertStaff, replaceStaffDuties } from '#db/stores/staff.ts';

const context = createContext(readConfig(process.env, 'test'));
const { db, ids, clock } = context;
const staffId = ids.next<StaffId>();
const now = clock.now();
insertStaff(db, { id: staffId, name: 'Lea Dale', email: 'lea@example.org', state: 'active', createdAt: now });
replaceStaffDuties(db, staffId, { roles: ['lead', 'administrator'], areaIds: [], sides: [] });
const { secret } = inTransaction(db, (tx) => startSignIn(context, tx, { staffId, now }));
db.$client.exec('pragma foreign_keys = off; drop table closures; drop table people;');

const build: ServerBuild = await import(new URL('../../build/server/index.js', import.meta.url).href);
const server = webServer(createApp({ context, build })).listen(0, '127.0.0.1', () => {
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const cookie = signInCookie(context.config, secret).split(';')[0];
	console.log(`READY ${JSON.stringify({ url, cookie })}`);
});
