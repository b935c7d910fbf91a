/** What a route tells the frame around it. */
export type PageHandle = {
	/** A sheet that is handed to somebody: on paper the frame is not there. */
	readonly isHandedOver?: true;
};
