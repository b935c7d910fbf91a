import { KIND_NAMES, type SettableKind } from '#app/domain/reminders/message-kinds.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import { formatInstant } from '../format.ts';

type KindHere = {
	readonly kind: SettableKind;
	readonly when: string;
	readonly off: { readonly by: string; readonly at: Instant } | null;
	readonly turn: 'on' | 'off' | null;
};

export type KindLine = ReturnType<typeof kindLine>;

/** A kind of message as a line of the table that turns them. */
export function kindLine({ kind, when, off, turn }: KindHere) {
	const since = off && `By ${off.by}, ${formatInstant(off.at)}`;
	return { kind, when, turn, name: KIND_NAMES[kind], isOn: off === null, since };
}
