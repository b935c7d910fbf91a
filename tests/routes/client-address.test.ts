import { expect, test } from 'vitest';
import { countedAddress } from '#app/http/sign-in/client-address.ts';

test.each([
	['203.0.113.7', '203.0.113.7'],
	['::ffff:203.0.113.7', '203.0.113.7'],
	['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
	['2001:db8:1:2::9', '2001:db8:1:2::/64'],
	['2001:DB8:1:2:ffff::', '2001:db8:1:2::/64'],
	['2001:db8::1', '2001:db8:0:0::/64'],
	['::1', '0:0:0:0::/64'],
	['fe80::1%eth0', 'fe80:0:0:0::/64'],
	[undefined, null],
])('%s is counted as %s', (ip, counted) => {
	expect(countedAddress(ip)).toBe(counted);
});
