/** Whom the organisation’s own sign-in proved, by the only two words that never change hands: issuer and subject. */
export type ProvenIdentity = {
	readonly issuer: string;
	readonly subject: string;
	/** How it was proved (RFC 8176); null when the provider does not say. */
	readonly amr: readonly string[] | null;
};

const SECOND_FACTORS: readonly string[] = ['mfa', 'otp', 'hwk', 'swk', 'sms', 'tel'];

/**
 * Whether the provider’s answer counts as a second factor: only where the operator has said that the provider asks
 * everybody for one, and never against the provider’s own word on how it was done.
 */
export function provesSecondFactor(isTrusted: boolean, { amr }: Pick<ProvenIdentity, 'amr'>): boolean {
	return isTrusted && (amr === null || amr.some((method) => SECOND_FACTORS.includes(method)));
}
