import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Programme } from '#app/domain/programmes/programme.ts';
import { programmeWithId } from '#app/domain/programmes/programme-id.ts';
import { programmeInOwnWording } from '#app/domain/programmes/versions/own-version.ts';
import type { ProgrammeVersionId } from '#app/domain/shared/ids.ts';
import type { Db } from '#db/client.ts';
import { findOwnVersion, type OwnVersionFound } from '#db/queries/programmes/own-versions.ts';

export type OwnVersionRead = { readonly row: OwnVersionFound; readonly programme: Programme };
export type VersionKey = { readonly slug: string; readonly versionId: ProgrammeVersionId };

/** An own version and the programme that it is, draft or published; null when it is not there or not the actor's. */
export function readVersion(
	{ content }: AppContext,
	db: Db,
	actor: Actor,
	{ slug, versionId }: VersionKey,
): OwnVersionRead | null {
	const row = findOwnVersion(db, actor, slug, versionId);
	if (!row) return null;
	const shipped = content.programmeOf({ slug, version: row.shipped, variant: null });
	const { number: version, takesEffectOn, plans } = row;
	return { row, programme: programmeInOwnWording(shipped, { version, takesEffectOn, plans }) };
}

/** The own version that an address names: it has to be one of the programme that the address names before it. */
export function readVersionAt(
	context: AppContext,
	actor: Actor,
	programmeId: string,
	versionId: ProgrammeVersionId,
): OwnVersionRead | null {
	const named = programmeWithId(context.content.programmes, programmeId);
	return named && readVersion(context, context.db, actor, { slug: named.slug, versionId });
}
