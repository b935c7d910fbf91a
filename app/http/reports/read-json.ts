import type { z } from 'zod';

/** What a report says in JSON of this shape; null for anything else. */
export function readJson<Shape extends z.ZodType>(shape: Shape, bytes: Uint8Array): z.output<Shape> | null {
	try {
		return shape.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null;
	} catch {
		// What is no JSON is no report.
		return null;
	}
}
