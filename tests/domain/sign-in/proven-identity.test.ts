import { expect, test } from 'vitest';
import { provesSecondFactor } from '#app/domain/sign-in/proven-identity.ts';

test.each([
	['not trusted, and the provider names one', false, ['pwd', 'mfa'], false],
	['not trusted, and the provider says nothing', false, null, false],
	['trusted, and the provider says nothing', true, null, true],
	['trusted, and the provider names one', true, ['pwd', 'otp'], true],
	['trusted, and the provider says that it was a password alone', true, ['pwd'], false],
	['trusted, and the provider says that it was nothing', true, [], false],
])('%s: %s', (_, isTrusted, amr, proves) => {
	expect(provesSecondFactor(isTrusted, { amr })).toBe(proves);
});
