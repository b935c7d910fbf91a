CREATE TABLE `message_kinds_off` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`cohort_id` text,
	`turned_off_at` text NOT NULL,
	`turned_off_by` text NOT NULL,
	FOREIGN KEY (`cohort_id`) REFERENCES `cohorts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`turned_off_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "message_kinds_off_kind" CHECK("message_kinds_off"."kind" in ('joining', 'reminder', 'changed', 'cancelled', 'missed-you', 'session-tomorrow', 'register-overdue', 'log-overdue', 'tasks-due', 'week-ahead')),
	CONSTRAINT "message_kinds_off_cohort" CHECK("message_kinds_off"."cohort_id" is null or "message_kinds_off"."kind" not in ('tasks-due', 'week-ahead'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `message_kinds_off_here` ON `message_kinds_off` (`kind`) WHERE "message_kinds_off"."cohort_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX `message_kinds_off_there` ON `message_kinds_off` (`kind`,`cohort_id`) WHERE "message_kinds_off"."cohort_id" is not null;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
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
	CONSTRAINT "staff_notices_kind" CHECK("__new_staff_notices"."kind" in ('review-waits', 'review-lacks-lead', 'cover-asked', 'cover-accepted', 'cover-declined', 'cover-withdrawn', 'own-accreditation-ends', 'accreditation-ends', 'task-given', 'task-overdue', 'adaptation-decided', 'session-tomorrow', 'register-overdue', 'log-overdue', 'tasks-due', 'week-ahead')),
	CONSTRAINT "staff_notices_state" CHECK("__new_staff_notices"."state" in ('queued', 'leased', 'sent', 'failed', 'unknown', 'suppressed'))
);
--> statement-breakpoint
INSERT INTO `__new_staff_notices`("id", "staff_id", "kind", "about_id", "created_at", "read_at", "state", "due_at", "use_by", "lease_owner", "leased_until", "attempts", "handed_over_at", "reason", "sent_at", "version") SELECT "id", "staff_id", "kind", "about_id", "created_at", "read_at", "state", "due_at", "use_by", "lease_owner", "leased_until", "attempts", "handed_over_at", "reason", "sent_at", "version" FROM `staff_notices`;--> statement-breakpoint
DROP TABLE `staff_notices`;--> statement-breakpoint
ALTER TABLE `__new_staff_notices` RENAME TO `staff_notices`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `staff_notices_once` ON `staff_notices` (`staff_id`,`kind`,`about_id`);--> statement-breakpoint
CREATE INDEX `staff_notices_due` ON `staff_notices` (`state`,`due_at`);--> statement-breakpoint
CREATE TABLE `__new_outbox` (
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
	`decision` text,
	`decided_at` text,
	`decided_by` text,
	`reason` text,
	`sent_to` text,
	`subject` text,
	`body` text,
	`sent_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`safe_contact_id`) REFERENCES `safe_contacts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "outbox_kind" CHECK("__new_outbox"."kind" in ('joining', 'reminder', 'changed', 'cancelled', 'missed-you')),
	CONSTRAINT "outbox_state" CHECK("__new_outbox"."state" in ('queued', 'blocked', 'leased', 'sent', 'failed', 'unknown', 'suppressed', 'expired')),
	CONSTRAINT "outbox_decision" CHECK("__new_outbox"."decision" in ('approved', 'declined')),
	CONSTRAINT "outbox_decided" CHECK(("__new_outbox"."decision" is null) = ("__new_outbox"."decided_at" is null) and ("__new_outbox"."decision" is null or "__new_outbox"."kind" = 'missed-you'))
);
--> statement-breakpoint
INSERT INTO `__new_outbox`("id", "enrolment_id", "session_id", "kind", "time_version", "state", "due_at", "use_by", "planned_at", "lease_owner", "leased_until", "attempts", "handed_over_at", "safe_contact_id", "reason", "sent_to", "subject", "body", "sent_at", "version") SELECT "id", "enrolment_id", "session_id", "kind", "time_version", "state", "due_at", "use_by", "planned_at", "lease_owner", "leased_until", "attempts", "handed_over_at", "safe_contact_id", "reason", "sent_to", "subject", "body", "sent_at", "version" FROM `outbox`;--> statement-breakpoint
DROP TABLE `outbox`;--> statement-breakpoint
ALTER TABLE `__new_outbox` RENAME TO `outbox`;--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_once` ON `outbox` (`enrolment_id`,`session_id`,`kind`,`time_version`);--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `outbox_session` ON `outbox` (`session_id`);--> statement-breakpoint
ALTER TABLE `message_stops` ADD `reason` text NOT NULL;