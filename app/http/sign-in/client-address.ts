/**
 * Where a request comes from, as it is counted: an IPv4 address whole, of an IPv6 address the network of 64 bits that one
 * household or phone is given. Never kept in the clear, never logged.
 */
export function countedAddress(ip: string | undefined): string | null {
	if (!ip) return null;
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
	if (mapped || !ip.includes(':')) return mapped ?? ip;
	return `${groupsOf(ip).slice(0, 4).join(':')}::/64`;
}

/** The eight groups of an IPv6 address, those left out written as zero. */
function groupsOf(ip: string): string[] {
	const [head = '', tail] = ip.split('%')[0]!.toLowerCase().split('::');
	const groups = (part: string) =>
		part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16).toString(16));
	const [front, back] = [groups(head), groups(tail ?? '')];
	const gap = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
	return [...front, ...Array.from({ length: gap }, () => '0'), ...back];
}
