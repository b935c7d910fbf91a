import type { AppContext } from '#app/context.ts';
import { afterFailure } from '#app/domain/reminders/message-lifecycle.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import { LET_GO } from './let-go.ts';

type Delivery = Awaited<ReturnType<AppContext['mailer']['send']>>;
type Tried = { readonly attempts: number; readonly useBy: Instant };

/** What becomes of something that was given to the mail server, and under what it counts. */
export function afterDelivery(tried: Tried, delivery: Delivery, now: Instant) {
	switch (delivery.state) {
		case 'sent': {
			const change = { state: 'sent', reason: null, sentAt: now, leaseOwner: null, leasedUntil: null } as const;
			return { counted: 'sent' as const, change };
		}
		case 'unknown': {
			const change = { state: 'unknown', reason: delivery.reason, leaseOwner: null, leasedUntil: null } as const;
			return { counted: 'unknown' as const, change };
		}
		case 'failed': {
			const change = { ...afterFailure(tried, delivery, now), ...LET_GO };
			return { counted: change.state === 'queued' ? ('toRetry' as const) : ('failed' as const), change };
		}
	}
}
