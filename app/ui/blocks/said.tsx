import { NotificationBanner } from '../components/notification-banner.tsx';

/** Says at the top of a page what has just changed; nothing when nothing has. */
export function Said({ sentence }: { readonly sentence: string | null }) {
	return sentence === null ? null : <NotificationBanner type="success">{sentence}</NotificationBanner>;
}
