import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type Database from 'better-sqlite3';

/**
 * The floor: the same read and the same durable write with nothing but node:http and better-sqlite3, prepared once. It
 * checks the cookie, reads one register with its people, and writes one changed mark with its history. No framework, no
 * policy, no page.
 */
export function floorServer(sqlite: Database.Database, hashSecret: (secret: string) => string): Server {
	const signIn = sqlite.prepare('select staff_id from sign_ins where token_hash = ? and ended_at is null');
	const readRows = sqlite.prepare(`
		select r.enrolment_id, r.mark, r.minutes, r.reason, r.note, r.version, p.given_name, p.family_name
		from register_rows r join enrolments e on e.id = r.enrolment_id join people p on p.id = e.person_id
		where r.session_id = ? and r.expected order by p.family_name, p.given_name`);
	const update = sqlite.prepare(`
		update register_rows set mark = ?, marked_at = ?, marked_by = ?, version = version + 1
		where session_id = ? and enrolment_id = ? and version = ?`);
	const append = sqlite.prepare(`
		insert into register_entries (session_id, enrolment_id, version, mark, marked_at, marked_by) values (?, ?, ?, ?, ?, ?)`);
	const save = sqlite.transaction((sessionId: string, form: URLSearchParams, staffId: string) => {
		const at = '2026-03-17T19:00:00Z';
		for (const row of readRows.all(sessionId) as { enrolment_id: string; mark: string | null; version: number }[]) {
			const mark = form.get(`mark-${row.enrolment_id}`);
			const version = Number(form.get(`version-${row.enrolment_id}`));
			if (mark === null || mark === row.mark) continue;
			if (update.run(mark, at, staffId, sessionId, row.enrolment_id, version).changes !== 1) throw new Error('version');
			append.run(sessionId, row.enrolment_id, version + 1, mark, at, staffId);
		}
	});
	const staffOf = (request: IncomingMessage) => {
		const secret = /plumbline=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
		return (signIn.get(hashSecret(secret)) as { staff_id: string }).staff_id;
	};
	const answerPage = (response: ServerResponse, sessionId: string) => {
		const rows = readRows.all(sessionId) as { given_name: string; family_name: string; mark: string | null }[];
		const items = rows.map((row) => `<li>${row.given_name} ${row.family_name}: ${row.mark ?? ''}</li>`).join('');
		response.setHeader('content-type', 'text/html; charset=utf-8');
		response.end(`<!DOCTYPE html><html lang="en"><body><ol>${items}</ol></body></html>`);
	};
	return createServer((request, response) => {
		const sessionId = request.url?.split('/')[2] ?? '';
		const staffId = staffOf(request);
		if (request.method !== 'POST') return answerPage(response, sessionId);
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			save.immediate(sessionId, new URLSearchParams(Buffer.concat(chunks).toString()), staffId);
			response.writeHead(302, { location: request.url }).end();
		});
	});
}
