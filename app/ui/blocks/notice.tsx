import { NotificationBanner } from '../components/notification-banner.tsx';

/** Says at the top of a page what its reader has to know first; nothing when there is nothing. */
export function Notice({ sentence }: { readonly sentence: string | null }) {
	return sentence === null ? null : <NotificationBanner>{sentence}</NotificationBanner>;
}
