const BROWSERS: readonly (readonly [RegExp, string])[] = [
	[/\bEdg(A|iOS)?\//, 'Edge'],
	[/\bSamsungBrowser\//, 'Samsung Internet'],
	[/\b(OPR|Opera)\//, 'Opera'],
	[/\b(Firefox|FxiOS)\//, 'Firefox'],
	[/\bChromium\//, 'Chromium'],
	[/\b(Chrome|HeadlessChrome|CriOS)\//, 'Chrome'],
	[/\bSafari\//, 'Safari'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
	[/\biPhone\b/, 'iPhone'],
	[/\biPad\b/, 'iPad'],
	[/\bAndroid\b/, 'Android'],
	[/\bWindows\b/, 'Windows'],
	[/\bCrOS\b/, 'Chromebook'],
	[/\bMacintosh\b/, 'Mac'],
	[/\bLinux\b/, 'Linux'],
];

/**
 * A plain name for where somebody signed in, from what the browser says of itself: “Chrome on
 * Windows”. No version, no address.
 */
export function deviceLabel(userAgent: string | null): string {
	const text = (userAgent ?? '').slice(0, 500);
	const named = (words: typeof BROWSERS) => words.find(([pattern]) => pattern.test(text))?.[1];
	const [browser, system] = [named(BROWSERS), named(SYSTEMS)];
	if (browser && system) return `${browser} on ${system}`;
	return browser ?? system ?? 'A browser that we do not know';
}
