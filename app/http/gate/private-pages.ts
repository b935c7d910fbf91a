/** The pages whose address carries a secret: they send no referrer, and so their own forms come without an origin. */
const PRIVATE_PAGES = ['/invitations/', '/calendars/'];

/** Whether the address carries a secret. Addresses match whatever their capitals. */
export function isPrivatePage(path: string): boolean {
	return PRIVATE_PAGES.some((start) => path.toLowerCase().startsWith(start));
}
