import type { StaffActor } from '#app/domain/access/actor.ts';
import { asId } from '#app/domain/shared/ids.ts';

/** A member of staff as the policy sees them: nobody in particular but for what is given. */
export function actorWith(change: Partial<StaffActor> = {}): StaffActor {
	return {
		...{ kind: 'staff', staffId: asId('sam'), name: 'Sam Okafor' },
		...{ roles: ['facilitator'], areaIds: [], sides: [], opened: [] },
		...change,
	};
}
