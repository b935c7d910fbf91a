CREATE TABLE `catch_up_staff` (
	`session_id` text NOT NULL,
	`staff_id` text NOT NULL,
	PRIMARY KEY(`session_id`, `staff_id`),
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`cohort_id` text NOT NULL,
	`plan_number` integer NOT NULL,
	`kind` text NOT NULL,
	`enrolment_id` text,
	`state` text NOT NULL,
	`state_reason` text,
	`day` text,
	`start_time` text,
	`length_minutes` integer NOT NULL,
	`starts_at` text,
	`ends_at` text,
	`time_version` integer DEFAULT 1 NOT NULL,
	`sequence` integer DEFAULT 0 NOT NULL,
	`changed_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`cohort_id`) REFERENCES `cohorts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sessions_kind" CHECK("__new_sessions"."kind" in ('group', 'individual', 'review', 'catch-up')),
	CONSTRAINT "sessions_state" CHECK("__new_sessions"."state" in ('scheduled', 'held', 'cancelled')),
	CONSTRAINT "sessions_day" CHECK("__new_sessions"."day" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "sessions_length" CHECK("__new_sessions"."length_minutes" between 1 and 600),
	CONSTRAINT "sessions_timed" CHECK(("__new_sessions"."day" is null) = ("__new_sessions"."starts_at" is null) and ("__new_sessions"."day" is null) = ("__new_sessions"."ends_at" is null) and ("__new_sessions"."day" is null) = ("__new_sessions"."start_time" is null)),
	CONSTRAINT "sessions_catch_up" CHECK("__new_sessions"."kind" <> 'catch-up' or ("__new_sessions"."enrolment_id" is null and "__new_sessions"."starts_at" is not null)),
	CONSTRAINT "sessions_cancelled_why" CHECK("__new_sessions"."state" <> 'cancelled' or "__new_sessions"."state_reason" is not null)
);
--> statement-breakpoint
INSERT INTO `__new_sessions`("id", "cohort_id", "plan_number", "kind", "enrolment_id", "state", "state_reason", "day", "start_time", "length_minutes", "starts_at", "ends_at", "time_version", "sequence", "changed_at", "version") SELECT "id", "cohort_id", "plan_number", "kind", "enrolment_id", "state", "state_reason", "day", "start_time", "length_minutes", "starts_at", "ends_at", "time_version", "sequence", "changed_at", "version" FROM `sessions`;--> statement-breakpoint
DROP TABLE `sessions`;--> statement-breakpoint
ALTER TABLE `__new_sessions` RENAME TO `sessions`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_plan_live_once` ON `sessions` (`cohort_id`,`plan_number`) WHERE "sessions"."enrolment_id" is null and "sessions"."kind" <> 'catch-up' and "sessions"."state" <> 'cancelled';--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_booked_once` ON `sessions` (`enrolment_id`,`plan_number`) WHERE "sessions"."enrolment_id" is not null and "sessions"."state" <> 'cancelled';--> statement-breakpoint
CREATE INDEX `sessions_cohort` ON `sessions` (`cohort_id`,`plan_number`);--> statement-breakpoint
CREATE INDEX `sessions_starts` ON `sessions` (`starts_at`);--> statement-breakpoint
CREATE INDEX `sessions_day` ON `sessions` (`day`);--> statement-breakpoint
CREATE TABLE `__new_catch_ups` (
	`enrolment_id` text NOT NULL,
	`plan_number` integer NOT NULL,
	`done_on` text,
	`session_id` text,
	`import_id` text,
	PRIMARY KEY(`enrolment_id`, `plan_number`),
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "catch_ups_whence" CHECK("__new_catch_ups"."session_id" is null or "__new_catch_ups"."import_id" is null)
);
--> statement-breakpoint
INSERT INTO `__new_catch_ups`("enrolment_id", "plan_number", "done_on", "session_id", "import_id") SELECT "enrolment_id", "plan_number", "done_on", null, "import_id" FROM `catch_ups`;--> statement-breakpoint
DROP TABLE `catch_ups`;--> statement-breakpoint
ALTER TABLE `__new_catch_ups` RENAME TO `catch_ups`;--> statement-breakpoint
CREATE INDEX `catch_ups_session` ON `catch_ups` (`session_id`);