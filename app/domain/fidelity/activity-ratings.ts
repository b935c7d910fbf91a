/** What a facilitator says of one activity of the plan (domain rules §7.1). An activity without a rating is missing. */
export const ACTIVITY_RATINGS = ['as-intended', 'delivery-changed', 'content-changed', 'not-delivered'] as const;
export type ActivityRating = (typeof ACTIVITY_RATINGS)[number];

/** What a rating means for every figure: an activity that was changed was still delivered. */
export const RATING_MEANINGS: Readonly<
	Record<ActivityRating, { readonly label: string; readonly delivered: boolean; readonly asIntended: boolean }>
> = {
	'as-intended': { label: 'As intended', delivered: true, asIntended: true },
	'delivery-changed': { label: 'Delivery changed', delivered: true, asIntended: false },
	'content-changed': { label: 'Content changed', delivered: true, asIntended: false },
	'not-delivered': { label: 'Not delivered', delivered: false, asIntended: false },
};

/** Reads a rating from a form; null when it is none of ours. */
export function parseActivityRating(text: string): ActivityRating | null {
	return ACTIVITY_RATINGS.find((rating) => rating === text) ?? null;
}

/** Whether the rating must say why: always when it was not delivered, and for any change to a core activity (§7.1). */
export function needsReason(rating: ActivityRating, activity: { readonly core: boolean }): boolean {
	return rating === 'not-delivered' || (rating !== 'as-intended' && activity.core);
}

/** Whether the rating may say why: everything but delivery as intended. */
export function takesReason(rating: ActivityRating): boolean {
	return rating !== 'as-intended';
}

/** Whether it was delivered otherwise than the plan says; what was left out is not changed, it is not delivered. */
export function isChanged(rating: ActivityRating): boolean {
	const { delivered, asIntended } = RATING_MEANINGS[rating];
	return delivered && !asIntended;
}
