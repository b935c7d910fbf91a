CREATE TABLE `calendar_invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`method` text NOT NULL,
	`sequence` integer NOT NULL,
	`title` text NOT NULL,
	`place` text,
	`starts_at` text NOT NULL,
	`ends_at` text NOT NULL,
	`changed_at` text NOT NULL,
	`state` text NOT NULL,
	`due_at` text NOT NULL,
	`use_by` text NOT NULL,
	`planned_at` text NOT NULL,
	`lease_owner` text,
	`leased_until` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`handed_over_at` text,
	`reason` text,
	`sent_to` text,
	`sent_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "calendar_invitations_method" CHECK("calendar_invitations"."method" in ('request', 'cancel')),
	CONSTRAINT "calendar_invitations_state" CHECK("calendar_invitations"."state" in ('queued', 'leased', 'sent', 'failed', 'unknown', 'suppressed', 'expired'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_invitations_once` ON `calendar_invitations` (`staff_id`,`session_id`,`method`,`sequence`);--> statement-breakpoint
CREATE INDEX `calendar_invitations_due` ON `calendar_invitations` (`state`,`due_at`);--> statement-breakpoint
CREATE TABLE `slot_refusals` (
	`staff_id` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`window_started_at` text NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `venue_days` (
	`venue_id` text NOT NULL,
	`weekday` text NOT NULL,
	`side` text NOT NULL,
	PRIMARY KEY(`venue_id`, `weekday`),
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "venue_days_weekday" CHECK("venue_days"."weekday" in ('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday')),
	CONSTRAINT "venue_days_side" CHECK("venue_days"."side" in ('perpetrator', 'survivor'))
);
--> statement-breakpoint
CREATE TABLE `school_holidays` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`label` text NOT NULL,
	`checked_on` text NOT NULL,
	`import_id` text,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "school_holidays_from" CHECK("school_holidays"."from_day" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "school_holidays_to" CHECK("school_holidays"."to_day" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "school_holidays_order" CHECK("school_holidays"."from_day" <= "school_holidays"."to_day")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `school_holidays_area_days` ON `school_holidays` (`area_id`,`from_day`,`to_day`);--> statement-breakpoint
CREATE TABLE `plan_decisions` (
	`session_id` text PRIMARY KEY NOT NULL,
	`decision` text NOT NULL,
	`other_session_id` text,
	`reason` text NOT NULL,
	`decided_at` text NOT NULL,
	`decided_by` text,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "plan_decisions_decision" CHECK("plan_decisions"."decision" in ('not-delivered', 'merged', 'split')),
	CONSTRAINT "plan_decisions_other" CHECK(("plan_decisions"."decision" = 'not-delivered') = ("plan_decisions"."other_session_id" is null) and "plan_decisions"."other_session_id" is not "plan_decisions"."session_id")
);
--> statement-breakpoint
CREATE TABLE `staff_profiles` (
	`staff_id` text PRIMARY KEY NOT NULL,
	`known_as` text,
	`gender` text NOT NULL,
	`phone` text,
	`employer` text,
	`availability` text,
	`in_training` text DEFAULT '[]' NOT NULL,
	`notes` text,
	`import_id` text,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "staff_profiles_gender" CHECK("staff_profiles"."gender" in ('male', 'female', 'other', 'not-stated'))
);
--> statement-breakpoint
CREATE TABLE `staff_accreditations` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`programme_slug` text NOT NULL,
	`accredited_on` text NOT NULL,
	`expires_on` text,
	`recorded_by` text,
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
	CONSTRAINT "session_covers_state" CHECK("session_covers"."state" in ('asked', 'accepted', 'declined', 'taken', 'withdrawn', 'overwritten')),
	CONSTRAINT "session_covers_other" CHECK("session_covers"."absent_id" <> "session_covers"."covering_id"),
	CONSTRAINT "session_covers_settled" CHECK(("session_covers"."state" = 'asked') = ("session_covers"."settled_at" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_covers_one` ON `session_covers` (`session_id`,`absent_id`) WHERE "session_covers"."state" = 'accepted';--> statement-breakpoint
CREATE UNIQUE INDEX `session_covers_once` ON `session_covers` (`session_id`,`covering_id`) WHERE "session_covers"."state" in ('asked', 'accepted');--> statement-breakpoint
CREATE INDEX `session_covers_covering` ON `session_covers` (`covering_id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_cohorts` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`programme_slug` text NOT NULL,
	`programme_version` text NOT NULL,
	`programme_variant` text,
	`side` text NOT NULL,
	`area_id` text NOT NULL,
	`nation` text NOT NULL,
	`venue_id` text,
	`room_id` text,
	`online_room` text,
	`earliest_start` text NOT NULL,
	`runs_on_bank_holiday` integer NOT NULL,
	`skips_school_holidays` integer DEFAULT false NOT NULL,
	`places` integer NOT NULL,
	`state` text NOT NULL,
	`created_at` text NOT NULL,
	`import_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "cohorts_state" CHECK("__new_cohorts"."state" in ('draft', 'recruiting', 'running', 'finished', 'cancelled')),
	CONSTRAINT "cohorts_side" CHECK("__new_cohorts"."side" in ('perpetrator', 'survivor', 'professional')),
	CONSTRAINT "cohorts_nation" CHECK("__new_cohorts"."nation" in ('england-and-wales', 'scotland', 'northern-ireland')),
	CONSTRAINT "cohorts_earliest_start" CHECK("__new_cohorts"."earliest_start" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "cohorts_places" CHECK("__new_cohorts"."places" between 1 and 99)
);
--> statement-breakpoint
INSERT INTO `__new_cohorts`("id", "name", "programme_slug", "programme_version", "programme_variant", "side", "area_id", "nation", "venue_id", "room_id", "online_room", "earliest_start", "runs_on_bank_holiday", "skips_school_holidays", "places", "state", "created_at", "import_id", "version") SELECT "id", "name", "programme_slug", "programme_version", "programme_variant", "side", "area_id", "nation", "venue_id", "room_id", null, "earliest_start", "runs_on_bank_holiday", false, "places", "state", "created_at", "import_id", "version" FROM `cohorts`;--> statement-breakpoint
DROP TABLE `cohorts`;--> statement-breakpoint
ALTER TABLE `__new_cohorts` RENAME TO `cohorts`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `cohorts_area` ON `cohorts` (`area_id`);--> statement-breakpoint
CREATE INDEX `cohorts_venue` ON `cohorts` (`venue_id`);--> statement-breakpoint
CREATE TABLE `__new_staff_notices` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`kind` text NOT NULL,
	`about_id` text NOT NULL,
	`created_at` text NOT NULL,
	`read_at` text,
	`state` text NOT NULL,
	`due_at` text NOT NULL,
	`use_by` text NOT NULL,
	`lease_owner` text,
	`leased_until` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`handed_over_at` text,
	`reason` text,
	`sent_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "staff_notices_kind" CHECK("__new_staff_notices"."kind" in ('review-waits', 'review-lacks-lead', 'cover-asked', 'cover-accepted', 'cover-declined', 'cover-withdrawn', 'own-accreditation-ends', 'accreditation-ends')),
	CONSTRAINT "staff_notices_state" CHECK("__new_staff_notices"."state" in ('queued', 'leased', 'sent', 'failed', 'unknown', 'suppressed'))
);
--> statement-breakpoint
INSERT INTO `__new_staff_notices`("id", "staff_id", "kind", "about_id", "created_at", "read_at", "state", "due_at", "use_by", "lease_owner", "leased_until", "attempts", "handed_over_at", "reason", "sent_at", "version") SELECT "id", "staff_id", "kind", "about_id", "created_at", "read_at", "state", "due_at", "use_by", "lease_owner", "leased_until", "attempts", "handed_over_at", "reason", "sent_at", "version" FROM `staff_notices`;--> statement-breakpoint
DROP TABLE `staff_notices`;--> statement-breakpoint
ALTER TABLE `__new_staff_notices` RENAME TO `staff_notices`;--> statement-breakpoint
CREATE UNIQUE INDEX `staff_notices_once` ON `staff_notices` (`staff_id`,`kind`,`about_id`);--> statement-breakpoint
CREATE INDEX `staff_notices_due` ON `staff_notices` (`state`,`due_at`);--> statement-breakpoint
DROP INDEX `sessions_cohort_plan`;--> statement-breakpoint
ALTER TABLE `sessions` ADD `enrolment_id` text REFERENCES enrolments(id);--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_plan_live_once` ON `sessions` (`cohort_id`,`plan_number`) WHERE "sessions"."enrolment_id" is null and "sessions"."state" <> 'cancelled';--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_booked_once` ON `sessions` (`enrolment_id`,`plan_number`) WHERE "sessions"."enrolment_id" is not null and "sessions"."state" <> 'cancelled';--> statement-breakpoint
CREATE INDEX `sessions_cohort` ON `sessions` (`cohort_id`,`plan_number`);--> statement-breakpoint
CREATE INDEX `sessions_day` ON `sessions` (`day`);--> statement-breakpoint
ALTER TABLE `team_members` ADD `joined_at` text;--> statement-breakpoint
ALTER TABLE `venues` ADD `travel_point` text;--> statement-breakpoint
ALTER TABLE `session_times` ADD `asked_by` text;--> statement-breakpoint
ALTER TABLE `staff` ADD `invites_since` text;