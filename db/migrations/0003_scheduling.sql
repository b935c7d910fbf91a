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
DROP INDEX `sessions_cohort_plan`;--> statement-breakpoint
ALTER TABLE `sessions` ADD `enrolment_id` text REFERENCES enrolments(id);--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_plan_live_once` ON `sessions` (`cohort_id`,`plan_number`) WHERE "sessions"."enrolment_id" is null and "sessions"."state" <> 'cancelled';--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_booked_once` ON `sessions` (`enrolment_id`,`plan_number`) WHERE "sessions"."enrolment_id" is not null and "sessions"."state" <> 'cancelled';--> statement-breakpoint
CREATE INDEX `sessions_cohort` ON `sessions` (`cohort_id`,`plan_number`);--> statement-breakpoint
ALTER TABLE `session_times` ADD `asked_by` text;--> statement-breakpoint
ALTER TABLE `staff` ADD `invites_since` text;