import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { needsSecondFactor, outstandingProof } from '#app/domain/access/second-factor.ts';
import { listIdentities } from '#db/queries/sign-in/identities.ts';
import { countRecoveryCodes, findSecondFactor } from '#db/queries/sign-in/second-factors.ts';
import { listSignIns } from '#db/queries/sign-in/sign-ins.ts';
import { findOwnAccount } from '#db/queries/staff.ts';

/** What somebody may know of their own account: never a hash or a secret. `secret` is that of this browser’s cookie. */
export function reviewAccount(context: AppContext, actor: StaffActor, secret: string | null) {
	const { db, singleSignOn } = context;
	const { staffId, roles } = actor;
	const { email, passwordHash } = findOwnAccount(db, staffId);
	const factor = findSecondFactor(db, staffId);
	const [identity] = listIdentities(db, staffId);
	return {
		name: actor.name,
		email,
		roles,
		hasPassword: passwordHash !== null,
		secondFactor: {
			isOn: factor?.confirmedAt != null,
			since: factor?.confirmedAt ?? null,
			mustHave: needsSecondFactor(roles),
			recoveryCodesLeft: countRecoveryCodes(db, staffId),
		},
		singleSignOn: singleSignOn && { label: singleSignOn.label, linkedAt: identity?.linkedAt ?? null },
		signIns: listOwnSignIns(context, actor, secret),
	};
}

/** Where the account is signed in; each under a handle that stands for it and opens nothing. */
export function listOwnSignIns({ db, clock, credentials }: AppContext, actor: StaffActor, secret: string | null) {
	const here = secret && credentials.hashSecret(secret);
	const hasSecondFactor = findSecondFactor(db, actor.staffId)?.confirmedAt != null;
	return listSignIns(db, actor.staffId, clock.now())
		.filter(({ secondFactorAt }) => !outstandingProof({ roles: actor.roles, hasSecondFactor, secondFactorAt }))
		.map(({ tokenHash, createdAt, lastSeenAt, device }) => ({
			handle: credentials.hashSecret(tokenHash),
			createdAt,
			lastSeenAt,
			device,
			isHere: tokenHash === here,
		}));
}
