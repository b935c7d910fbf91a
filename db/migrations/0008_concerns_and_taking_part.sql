CREATE TABLE `taking_part_entries` (
	`session_id` text NOT NULL,
	`enrolment_id` text NOT NULL,
	`version` integer NOT NULL,
	`engagement` integer,
	`homework` text,
	`correction_reason` text,
	`saved_at` text NOT NULL,
	`saved_by` text,
	PRIMARY KEY(`session_id`, `enrolment_id`, `version`),
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`saved_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "taking_part_homework" CHECK("taking_part_entries"."homework" in ('done', 'partly', 'not-done', 'none-set')),
	CONSTRAINT "taking_part_engagement" CHECK("taking_part_entries"."engagement" between 1 and 4)
);
--> statement-breakpoint
CREATE INDEX `taking_part_enrolment` ON `taking_part_entries` (`enrolment_id`);--> statement-breakpoint
CREATE TABLE `concern_entries` (
	`concern_id` text NOT NULL,
	`number` integer NOT NULL,
	`words` text,
	`tell_referrer` integer,
	`at` text NOT NULL,
	`by` text NOT NULL,
	PRIMARY KEY(`concern_id`, `number`),
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "concern_entries_says" CHECK("concern_entries"."words" is not null or "concern_entries"."tell_referrer" is not null)
);
--> statement-breakpoint
CREATE TABLE `concerns` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`enrolment_id` text NOT NULL,
	`raised_by` text NOT NULL,
	`raised_at` text NOT NULL,
	`task_id` text NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`raised_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `concerns_once` ON `concerns` (`session_id`,`enrolment_id`,`raised_by`);--> statement-breakpoint
CREATE INDEX `concerns_task` ON `concerns` (`task_id`);