/** Nobody holds it, and nothing of it is with the mail server. */
export const LET_GO = { leaseOwner: null, leasedUntil: null, handedOverAt: null } as const;
