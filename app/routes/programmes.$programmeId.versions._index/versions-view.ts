import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { Programme } from '#app/domain/programmes/programme.ts';
import { programmeIdOf, programmeWithId } from '#app/domain/programmes/programme-id.ts';
import { versionInForce } from '#app/domain/programmes/versions/own-version.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { paths } from '#app/paths.ts';
import { formatDay, formatInstant } from '#app/ui/format.ts';
import { listOwnVersions, type OwnVersionRow } from '#db/queries/programmes/own-versions.ts';

export type VersionsView = NonNullable<ReturnType<typeof versionsView>>;
type VersionInList = { readonly number: string; readonly href: string; readonly state: string; readonly what: string };

/** Every version of the programme that the address names: shipped, published and the draft; null for an unknown one. */
export function versionsView(context: AppContext, actor: StaffActor, programmeId: string) {
	const named = programmeWithId(context.content.programmes, programmeId);
	if (!named) return null;
	const own = listOwnVersions(context.db, actor, named.slug);
	const laidOut = context.content.programmes.filter(({ slug, variant }) => slug === named.slug && variant === null);
	const inForce = versionInForce(laidOut, { ...named, variant: null }, dayOf(context.clock.now()));
	const shipped = laidOut.filter(({ version }) => !own.some(({ number }) => number === version));
	const draft = own.find(({ state }) => state === 'draft');
	return {
		programmeId,
		name: named.name,
		draftHref: draft ? paths.programmeVersion(programmeId, draft.id) : null,
		versions: [
			...own.map((row) => ownInList(row, programmeId, inForce?.version === row.number)),
			...shipped.toReversed().map((one) => shippedInList(one, inForce?.version === one.version)),
		],
		from: laidOut.toReversed().map((one) => ({ value: programmeIdOf(one), label: `Version ${one.version}` })),
	};
}

function ownInList(row: OwnVersionRow, programmeId: string, isInForce: boolean): VersionInList {
	const { id, number, startedFrom, state, changedAt, changedBy, publishedAt, publishedBy, takesEffectOn } = row;
	const isDraft = state === 'draft' || publishedAt === null || takesEffectOn === null;
	return {
		number,
		href: paths.programmeVersion(programmeId, id),
		state: isDraft ? 'Draft' : stateOf(takesEffectOn, isInForce),
		what: isDraft
			? `Began as version ${startedFrom}. Last changed ${formatInstant(changedAt)} by ${changedBy}`
			: `Began as version ${startedFrom}. Published ${formatInstant(publishedAt)} by ${publishedBy}`,
	};
}

function stateOf(takesEffectOn: CalendarDay, isInForce: boolean): string {
	return isInForce ? 'In force' : `From ${formatDay(takesEffectOn)}`;
}

function shippedInList(programme: Programme, isInForce: boolean): VersionInList {
	return {
		number: programme.version,
		href: paths.programme(programmeIdOf(programme)),
		state: isInForce ? 'In force' : 'Earlier',
		what: 'Came with Plumbline',
	};
}
