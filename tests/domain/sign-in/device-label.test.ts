import { expect, test } from 'vitest';
import { deviceLabel } from '#app/domain/sign-in/device-label.ts';

const MOZILLA = 'Mozilla/5.0';

test.each([
	[
		`${MOZILLA} (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36`,
		'Chrome on Linux',
	],
	[`${MOZILLA} (X11; Linux x86_64) AppleWebKit/537.36 Chromium/156.0 Chrome/156.0 Safari/537.36`, 'Chromium on Linux'],
	[
		`${MOZILLA} (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/156.0 Safari/537.36 Edg/156.0`,
		'Edge on Windows',
	],
	[`${MOZILLA} (Windows NT 10.0; Win64; x64; rv:150.0) Gecko/20100101 Firefox/150.0`, 'Firefox on Windows'],
	[`${MOZILLA} (Macintosh; Intel Mac OS X 14_0) AppleWebKit/605.1.15 Version/19.0 Safari/605.1.15`, 'Safari on Mac'],
	[
		`${MOZILLA} (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19.0 Mobile Safari/604`,
		'Safari on iPhone',
	],
	[`${MOZILLA} (iPad; CPU OS 19_0 like Mac OS X) AppleWebKit/605 CriOS/156.0 Mobile Safari/604`, 'Chrome on iPad'],
	[
		`${MOZILLA} (Linux; Android 16; SM-X200) AppleWebKit/537.36 SamsungBrowser/30.0 Chrome/140 Safari/537`,
		'Samsung Internet on Android',
	],
	['curl/8.0', 'A browser that we do not know'],
	[null, 'A browser that we do not know'],
	['<script>alert(1)</script> Firefox/1', 'Firefox'],
])('%s is “%s”', (userAgent, label) => {
	expect(deviceLabel(userAgent)).toBe(label);
});
