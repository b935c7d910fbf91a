import type { PersonId } from '#app/domain/shared/ids.ts';
import { showsPeople } from './audit/page-view.ts';
import type { RequestContext } from './request-context.ts';

const TYPES = {
	csv: 'text/csv; charset=utf-8',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

type Download = {
	readonly kind: keyof typeof TYPES;
	/** What it is and of which record, by its opaque id: `register-k7qf…`. Never a person's name, and never a programme's. */
	readonly name: string;
	/** Whose data it holds: the audit entry of the download names them. */
	readonly people: readonly PersonId[];
};

/** A file to save: never shown as a page, never kept by a cache, its type never guessed. */
export function download(
	context: Pick<RequestContext, 'view'>,
	bytes: Uint8Array,
	{ kind, name, people }: Download,
): Response {
	showsPeople(context, people);
	const fileName = `${name.replace(/[^\w-]/g, '')}.${kind}`;
	return new Response(bytes as Uint8Array<ArrayBuffer>, {
		headers: {
			'Content-Type': TYPES[kind],
			'Content-Disposition': `attachment; filename="${fileName}"`,
			'Content-Length': String(bytes.length),
			'Cache-Control': 'no-store',
		},
	});
}
