CREATE TABLE `cohorts` (
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
	`earliest_start` text NOT NULL,
	`runs_on_bank_holiday` integer NOT NULL,
	`places` integer NOT NULL,
	`state` text NOT NULL,
	`created_at` text NOT NULL,
	`import_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "cohorts_state" CHECK("cohorts"."state" in ('recruiting', 'running', 'finished', 'cancelled')),
	CONSTRAINT "cohorts_side" CHECK("cohorts"."side" in ('perpetrator', 'survivor', 'professional')),
	CONSTRAINT "cohorts_nation" CHECK("cohorts"."nation" in ('england-and-wales', 'scotland', 'northern-ireland')),
	CONSTRAINT "cohorts_earliest_start" CHECK("cohorts"."earliest_start" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "cohorts_places" CHECK("cohorts"."places" between 1 and 99)
);
--> statement-breakpoint
CREATE INDEX `cohorts_area` ON `cohorts` (`area_id`);--> statement-breakpoint
CREATE INDEX `cohorts_venue` ON `cohorts` (`venue_id`);--> statement-breakpoint
CREATE TABLE `enrolments` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`cohort_id` text NOT NULL,
	`programme_slug` text NOT NULL,
	`enrolled_on` text NOT NULL,
	`joins_at_plan` integer NOT NULL,
	`state` text NOT NULL,
	`exit_on` text,
	`exit_kind` text,
	`exit_reason` text,
	`exit_note` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cohort_id`) REFERENCES `cohorts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "enrolments_state" CHECK("enrolments"."state" in ('enrolled', 'on-programme', 'completed', 'left', 'removed')),
	CONSTRAINT "enrolments_enrolled_on" CHECK("enrolments"."enrolled_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "enrolments_exit" CHECK(("enrolments"."state" in ('left', 'removed')) = ("enrolments"."exit_on" is not null and "enrolments"."exit_kind" is not null and "enrolments"."exit_reason" is not null))
);
--> statement-breakpoint
CREATE INDEX `enrolments_cohort` ON `enrolments` (`cohort_id`);--> statement-breakpoint
CREATE INDEX `enrolments_person` ON `enrolments` (`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `enrolments_one_active` ON `enrolments` (`person_id`,`programme_slug`) WHERE "enrolments"."state" in ('enrolled', 'on-programme');--> statement-breakpoint
CREATE UNIQUE INDEX `enrolments_person_cohort_start` ON `enrolments` (`person_id`,`cohort_id`,`enrolled_on`);--> statement-breakpoint
CREATE TABLE `meeting_slots` (
	`cohort_id` text NOT NULL,
	`weekday` text NOT NULL,
	`start_time` text NOT NULL,
	PRIMARY KEY(`cohort_id`, `weekday`, `start_time`),
	FOREIGN KEY (`cohort_id`) REFERENCES `cohorts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `skipped_weeks` (
	`cohort_id` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`label` text NOT NULL,
	PRIMARY KEY(`cohort_id`, `from_day`, `to_day`),
	FOREIGN KEY (`cohort_id`) REFERENCES `cohorts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `team_members` (
	`cohort_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`duty` text NOT NULL,
	PRIMARY KEY(`cohort_id`, `staff_id`),
	FOREIGN KEY (`cohort_id`) REFERENCES `cohorts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "team_members_duty" CHECK("team_members"."duty" in ('lead-facilitator', 'co-facilitator'))
);
--> statement-breakpoint
CREATE INDEX `team_members_staff` ON `team_members` (`staff_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `team_members_one_lead` ON `team_members` (`cohort_id`) WHERE "team_members"."duty" = 'lead-facilitator';--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`file_name` text NOT NULL,
	`bytes` blob,
	`choices` text DEFAULT '{}' NOT NULL,
	`report` text,
	`uploaded_by` text,
	`uploaded_at` text NOT NULL,
	`imported_at` text,
	`undone_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`uploaded_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "imports_state" CHECK("imports"."state" in ('uploaded', 'imported', 'undone'))
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`enrolment_id` text NOT NULL,
	`session_id` text NOT NULL,
	`kind` text NOT NULL,
	`time_version` integer NOT NULL,
	`state` text NOT NULL,
	`due_at` text NOT NULL,
	`use_by` text NOT NULL,
	`planned_at` text NOT NULL,
	`lease_owner` text,
	`leased_until` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`handed_over_at` text,
	`safe_contact_id` text,
	`reason` text,
	`sent_to` text,
	`subject` text,
	`body` text,
	`sent_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`safe_contact_id`) REFERENCES `safe_contacts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "outbox_kind" CHECK("outbox"."kind" in ('reminder')),
	CONSTRAINT "outbox_state" CHECK("outbox"."state" in ('queued', 'blocked', 'leased', 'sent', 'failed', 'unknown', 'suppressed', 'expired'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_once` ON `outbox` (`enrolment_id`,`session_id`,`kind`,`time_version`);--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `outbox_session` ON `outbox` (`session_id`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`given_name` text NOT NULL,
	`family_name` text NOT NULL,
	`created_at` text NOT NULL,
	`import_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_reference` ON `people` (`reference`);--> statement-breakpoint
CREATE INDEX `people_import` ON `people` (`import_id`);--> statement-breakpoint
CREATE TABLE `safe_contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`channel` text NOT NULL,
	`address` text NOT NULL,
	`safe_days` text NOT NULL,
	`safe_from` text NOT NULL,
	`safe_until` text NOT NULL,
	`set_by` text NOT NULL,
	`set_at` text NOT NULL,
	`review_by` text NOT NULL,
	`superseded_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "safe_contacts_channel" CHECK("safe_contacts"."channel" in ('email')),
	CONSTRAINT "safe_contacts_review" CHECK("safe_contacts"."review_by" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "safe_contacts_hours" CHECK("safe_contacts"."safe_from" < "safe_contacts"."safe_until")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `safe_contacts_current` ON `safe_contacts` (`person_id`) WHERE "safe_contacts"."superseded_at" is null;--> statement-breakpoint
CREATE TABLE `areas` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`nation` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "areas_nation" CHECK("areas"."nation" in ('england-and-wales', 'scotland', 'northern-ireland'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `areas_name` ON `areas` (`name`);--> statement-breakpoint
CREATE TABLE `bank_holidays` (
	`id` text PRIMARY KEY NOT NULL,
	`nation` text NOT NULL,
	`day` text NOT NULL,
	`title` text NOT NULL,
	`checked_on` text NOT NULL,
	CONSTRAINT "bank_holidays_nation" CHECK("bank_holidays"."nation" in ('england-and-wales', 'scotland', 'northern-ireland')),
	CONSTRAINT "bank_holidays_day" CHECK("bank_holidays"."day" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bank_holidays_nation_day` ON `bank_holidays` (`nation`,`day`);--> statement-breakpoint
CREATE TABLE `closures` (
	`id` text PRIMARY KEY NOT NULL,
	`venue_id` text,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`label` text NOT NULL,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "closures_from" CHECK("closures"."from_day" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "closures_to" CHECK("closures"."to_day" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
--> statement-breakpoint
CREATE TABLE `rooms` (
	`id` text PRIMARY KEY NOT NULL,
	`venue_id` text NOT NULL,
	`name` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rooms_venue_name` ON `rooms` (`venue_id`,`name`);--> statement-breakpoint
CREATE TABLE `venues` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`name` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `venues_area_name` ON `venues` (`area_id`,`name`);--> statement-breakpoint
CREATE TABLE `activity_ratings` (
	`log_id` text NOT NULL,
	`activity_key` text NOT NULL,
	`rating` text NOT NULL,
	`minutes` integer,
	`reason` text,
	PRIMARY KEY(`log_id`, `activity_key`),
	FOREIGN KEY (`log_id`) REFERENCES `delivery_logs`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "activity_ratings_rating" CHECK("activity_ratings"."rating" in ('as-intended', 'delivery-changed', 'content-changed', 'not-delivered')),
	CONSTRAINT "activity_ratings_minutes" CHECK("activity_ratings"."minutes" between 0 and 600)
);
--> statement-breakpoint
CREATE TABLE `catch_ups` (
	`enrolment_id` text NOT NULL,
	`plan_number` integer NOT NULL,
	`done_on` text,
	`import_id` text,
	PRIMARY KEY(`enrolment_id`, `plan_number`),
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `delivery_logs` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`version` integer NOT NULL,
	`note` text,
	`saved_at` text NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `delivery_logs_version` ON `delivery_logs` (`session_id`,`staff_id`,`version`);--> statement-breakpoint
CREATE TABLE `register_entries` (
	`session_id` text NOT NULL,
	`enrolment_id` text NOT NULL,
	`version` integer NOT NULL,
	`mark` text,
	`minutes` integer,
	`reason` text,
	`note` text,
	`correction_reason` text,
	`marked_at` text NOT NULL,
	`marked_by` text,
	PRIMARY KEY(`session_id`, `enrolment_id`, `version`),
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`marked_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `register_rows` (
	`session_id` text NOT NULL,
	`enrolment_id` text NOT NULL,
	`expected` integer DEFAULT true NOT NULL,
	`mark` text,
	`minutes` integer,
	`reason` text,
	`note` text,
	`marked_at` text,
	`marked_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`session_id`, `enrolment_id`),
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`marked_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "register_rows_mark" CHECK("register_rows"."mark" in ('attended', 'late', 'left-early', 'absent-notified', 'absent-no-contact', 'stood-down')),
	CONSTRAINT "register_rows_minutes" CHECK("register_rows"."minutes" between 1 and 600),
	CONSTRAINT "register_rows_marked" CHECK(("register_rows"."mark" is null) or ("register_rows"."marked_at" is not null))
);
--> statement-breakpoint
CREATE INDEX `register_rows_enrolment` ON `register_rows` (`enrolment_id`);--> statement-breakpoint
CREATE TABLE `session_times` (
	`session_id` text NOT NULL,
	`time_version` integer NOT NULL,
	`day` text NOT NULL,
	`start_time` text NOT NULL,
	`length_minutes` integer NOT NULL,
	`set_at` text NOT NULL,
	`set_by` text,
	`why` text NOT NULL,
	PRIMARY KEY(`session_id`, `time_version`),
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`cohort_id` text NOT NULL,
	`plan_number` integer NOT NULL,
	`kind` text NOT NULL,
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
	CONSTRAINT "sessions_kind" CHECK("sessions"."kind" in ('group', 'individual', 'review')),
	CONSTRAINT "sessions_state" CHECK("sessions"."state" in ('scheduled', 'held', 'cancelled')),
	CONSTRAINT "sessions_day" CHECK("sessions"."day" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "sessions_length" CHECK("sessions"."length_minutes" between 1 and 600),
	CONSTRAINT "sessions_timed" CHECK(("sessions"."day" is null) = ("sessions"."starts_at" is null) and ("sessions"."day" is null) = ("sessions"."ends_at" is null) and ("sessions"."day" is null) = ("sessions"."start_time" is null)),
	CONSTRAINT "sessions_cancelled_why" CHECK("sessions"."state" <> 'cancelled' or "sessions"."state_reason" is not null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_cohort_plan` ON `sessions` (`cohort_id`,`plan_number`);--> statement-breakpoint
CREATE INDEX `sessions_starts` ON `sessions` (`starts_at`);--> statement-breakpoint
CREATE TABLE `calendar_feeds` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`created_at` text NOT NULL,
	`revoked_at` text,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `calendar_feeds_staff` ON `calendar_feeds` (`staff_id`);--> statement-breakpoint
CREATE TABLE `one_time_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `one_time_links_staff` ON `one_time_links` (`staff_id`);--> statement-breakpoint
CREATE TABLE `sign_in_attempts` (
	`key` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`window_started_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sign_ins` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`created_at` text NOT NULL,
	`last_seen_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sign_ins_staff` ON `sign_ins` (`staff_id`);--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`password_hash` text,
	`state` text NOT NULL,
	`created_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "staff_state" CHECK("staff"."state" in ('invited', 'active', 'deactivated'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_email` ON `staff` (`email`);--> statement-breakpoint
CREATE TABLE `staff_areas` (
	`staff_id` text NOT NULL,
	`area_id` text NOT NULL,
	PRIMARY KEY(`staff_id`, `area_id`),
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `staff_roles` (
	`staff_id` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`staff_id`, `role`),
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "staff_roles_role" CHECK("staff_roles"."role" in ('facilitator', 'coordinator', 'lead', 'administrator'))
);
--> statement-breakpoint
CREATE TABLE `staff_sides` (
	`staff_id` text NOT NULL,
	`side` text NOT NULL,
	PRIMARY KEY(`staff_id`, `side`),
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "staff_sides_side" CHECK("staff_sides"."side" in ('perpetrator', 'survivor', 'professional'))
);
