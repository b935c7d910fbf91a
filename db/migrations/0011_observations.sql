CREATE TABLE `drawn_sessions` (
	`cohort_id` text NOT NULL,
	`number` integer NOT NULL,
	`session_id` text NOT NULL,
	`starts_at` text NOT NULL,
	PRIMARY KEY(`cohort_id`, `number`, `session_id`),
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cohort_id`,`number`) REFERENCES `observation_draws`(`cohort_id`,`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `drawn_sessions_session` ON `drawn_sessions` (`session_id`);--> statement-breakpoint
CREATE TABLE `observation_draws` (
	`cohort_id` text NOT NULL,
	`number` integer NOT NULL,
	`seed` text NOT NULL,
	`share` real NOT NULL,
	`notice_days` integer NOT NULL,
	`pool` text NOT NULL,
	`drawn_at` text NOT NULL,
	`drawn_by` text NOT NULL,
	PRIMARY KEY(`cohort_id`, `number`),
	FOREIGN KEY (`cohort_id`) REFERENCES `cohorts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`drawn_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "observation_draws_share" CHECK("observation_draws"."share" between 0 and 1)
);
--> statement-breakpoint
CREATE TABLE `observation_releases` (
	`observation_id` text NOT NULL,
	`version` integer NOT NULL,
	`released_at` text NOT NULL,
	`released_by` text NOT NULL,
	PRIMARY KEY(`observation_id`, `version`),
	FOREIGN KEY (`released_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`observation_id`,`version`) REFERENCES `observation_versions`(`observation_id`,`version`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `observation_scores` (
	`observation_id` text NOT NULL,
	`version` integer NOT NULL,
	`item_key` text NOT NULL,
	`score` integer NOT NULL,
	PRIMARY KEY(`observation_id`, `version`, `item_key`),
	FOREIGN KEY (`observation_id`,`version`) REFERENCES `observation_versions`(`observation_id`,`version`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "observation_scores_score" CHECK("observation_scores"."score" >= 0)
);
--> statement-breakpoint
CREATE TABLE `observation_versions` (
	`observation_id` text NOT NULL,
	`version` integer NOT NULL,
	`is_submitted` integer NOT NULL,
	`mode` text NOT NULL,
	`strengths` text,
	`next_steps` text,
	`note` text,
	`saved_at` text NOT NULL,
	PRIMARY KEY(`observation_id`, `version`),
	FOREIGN KEY (`observation_id`) REFERENCES `observations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "observation_versions_version" CHECK("observation_versions"."version" >= 1),
	CONSTRAINT "observation_versions_mode" CHECK("observation_versions"."mode" in ('live', 'recording'))
);
--> statement-breakpoint
CREATE TABLE `observations` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`observer_id` text NOT NULL,
	`form_version` integer NOT NULL,
	`begun_at` text NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`observer_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `observations_of_session` ON `observations` (`session_id`,`observer_id`);