CREATE TABLE `referrers` (
	`enrolment_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`agency` text NOT NULL,
	`email` text,
	`set_at` text NOT NULL,
	`set_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
