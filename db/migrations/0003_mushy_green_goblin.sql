CREATE TABLE `staff_accreditations` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`programme_slug` text NOT NULL,
	`accredited_on` text NOT NULL,
	`expires_on` text,
	`recorded_by` text NOT NULL,
	`recorded_at` text NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "staff_accreditations_from" CHECK("staff_accreditations"."accredited_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "staff_accreditations_to" CHECK("staff_accreditations"."expires_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "staff_accreditations_days" CHECK("staff_accreditations"."expires_on" is null or "staff_accreditations"."expires_on" >= "staff_accreditations"."accredited_on")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_accreditations_once` ON `staff_accreditations` (`staff_id`,`programme_slug`,`accredited_on`);--> statement-breakpoint
CREATE INDEX `staff_accreditations_expires` ON `staff_accreditations` (`expires_on`);--> statement-breakpoint
CREATE TABLE `staff_availability` (
	`staff_id` text NOT NULL,
	`weekday` text NOT NULL,
	`from_time` text NOT NULL,
	`to_time` text NOT NULL,
	PRIMARY KEY(`staff_id`, `weekday`, `from_time`),
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "staff_availability_weekday" CHECK("staff_availability"."weekday" in ('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday')),
	CONSTRAINT "staff_availability_hours" CHECK("staff_availability"."from_time" < "staff_availability"."to_time")
);
--> statement-breakpoint
CREATE TABLE `staff_leave` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "staff_leave_from" CHECK("staff_leave"."from_day" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "staff_leave_to" CHECK("staff_leave"."to_day" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "staff_leave_days" CHECK("staff_leave"."from_day" <= "staff_leave"."to_day")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_leave_once` ON `staff_leave` (`staff_id`,`from_day`);--> statement-breakpoint
CREATE TABLE `former_team_members` (
	`cohort_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`duty` text NOT NULL,
	`joined_at` text,
	`left_at` text NOT NULL,
	`ended_at` text,
	PRIMARY KEY(`cohort_id`, `staff_id`, `left_at`),
	FOREIGN KEY (`cohort_id`) REFERENCES `cohorts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "former_team_members_duty" CHECK("former_team_members"."duty" in ('lead-facilitator', 'co-facilitator')),
	CONSTRAINT "former_team_members_times" CHECK("former_team_members"."joined_at" is null or "former_team_members"."joined_at" < "former_team_members"."left_at")
);
--> statement-breakpoint
CREATE INDEX `former_team_members_staff` ON `former_team_members` (`staff_id`);--> statement-breakpoint
CREATE TABLE `pair_moves` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`other_session_id` text NOT NULL,
	`cause` text NOT NULL,
	`previous_day` text,
	`proposed_day` text,
	`proposed_time` text,
	`state` text NOT NULL,
	`created_at` text NOT NULL,
	`settled_by` text,
	`settled_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`settled_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "pair_moves_cause" CHECK("pair_moves"."cause" in ('moved', 'cancelled')),
	CONSTRAINT "pair_moves_state" CHECK("pair_moves"."state" in ('open', 'followed', 'left', 'overtaken')),
	CONSTRAINT "pair_moves_proposed" CHECK("pair_moves"."proposed_day" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "pair_moves_settled" CHECK(("pair_moves"."state" = 'open') = ("pair_moves"."settled_at" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pair_moves_one_open` ON `pair_moves` (`other_session_id`) WHERE "pair_moves"."state" = 'open';--> statement-breakpoint
CREATE INDEX `pair_moves_session` ON `pair_moves` (`session_id`);--> statement-breakpoint
CREATE TABLE `session_covers` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`absent_id` text NOT NULL,
	`covering_id` text NOT NULL,
	`state` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` text NOT NULL,
	`settled_at` text,
	`ended_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`absent_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`covering_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "session_covers_state" CHECK("session_covers"."state" in ('asked', 'accepted', 'declined', 'withdrawn', 'overwritten')),
	CONSTRAINT "session_covers_other" CHECK("session_covers"."absent_id" <> "session_covers"."covering_id"),
	CONSTRAINT "session_covers_settled" CHECK(("session_covers"."state" = 'asked') = ("session_covers"."settled_at" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_covers_one` ON `session_covers` (`session_id`,`absent_id`) WHERE "session_covers"."state" in ('asked', 'accepted');--> statement-breakpoint
CREATE UNIQUE INDEX `session_covers_once` ON `session_covers` (`session_id`,`covering_id`) WHERE "session_covers"."state" in ('asked', 'accepted');--> statement-breakpoint
CREATE INDEX `session_covers_covering` ON `session_covers` (`covering_id`);--> statement-breakpoint
ALTER TABLE `team_members` ADD `joined_at` text;