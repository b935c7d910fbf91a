CREATE TABLE `adaptation_corrections` (
	`adaptation_id` text PRIMARY KEY NOT NULL,
	`corrects` text NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`adaptation_id`) REFERENCES `adaptations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`corrects`) REFERENCES `adaptations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "adaptation_corrections_said" CHECK(length("adaptation_corrections"."reason") > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `adaptation_corrections_once` ON `adaptation_corrections` (`corrects`);--> statement-breakpoint
CREATE TABLE `adaptation_withdrawals` (
	`adaptation_id` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`withdrawn_at` text NOT NULL,
	`withdrawn_by` text NOT NULL,
	FOREIGN KEY (`adaptation_id`) REFERENCES `adaptations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "adaptation_withdrawals_said" CHECK(length("adaptation_withdrawals"."reason") > 0)
);
--> statement-breakpoint
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
	CONSTRAINT "staff_notices_kind" CHECK("__new_staff_notices"."kind" in ('review-waits', 'review-lacks-lead', 'cover-asked', 'cover-accepted', 'cover-declined', 'cover-withdrawn', 'own-accreditation-ends', 'accreditation-ends', 'task-given', 'task-overdue', 'adaptation-decided')),
	CONSTRAINT "staff_notices_state" CHECK("__new_staff_notices"."state" in ('queued', 'leased', 'sent', 'failed', 'unknown', 'suppressed'))
);
--> statement-breakpoint
INSERT INTO `__new_staff_notices`("id", "staff_id", "kind", "about_id", "created_at", "read_at", "state", "due_at", "use_by", "lease_owner", "leased_until", "attempts", "handed_over_at", "reason", "sent_at", "version") SELECT "id", "staff_id", "kind", "about_id", "created_at", "read_at", "state", "due_at", "use_by", "lease_owner", "leased_until", "attempts", "handed_over_at", "reason", "sent_at", "version" FROM `staff_notices`;--> statement-breakpoint
DROP TABLE `staff_notices`;--> statement-breakpoint
ALTER TABLE `__new_staff_notices` RENAME TO `staff_notices`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `staff_notices_once` ON `staff_notices` (`staff_id`,`kind`,`about_id`);--> statement-breakpoint
CREATE INDEX `staff_notices_due` ON `staff_notices` (`state`,`due_at`);--> statement-breakpoint
CREATE TABLE `__new_tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`desk` text NOT NULL,
	`owner_id` text,
	`cohort_id` text NOT NULL,
	`enrolment_id` text,
	`session_id` text,
	`cause` text NOT NULL,
	`words` text,
	`due_on` text NOT NULL,
	`opened_at` text NOT NULL,
	`state` text NOT NULL,
	`outcome` text,
	`note` text,
	`told_on_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cohort_id`) REFERENCES `cohorts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "tasks_kind" CHECK("__new_tasks"."kind" in ('absence-call', 'absence-review', 'absence-referrer', 'absence-partner', 'absence-decision', 'exit-referrer', 'exit-partner', 'concern', 'debrief-action', 'supervision', 'drift', 'adaptation', 'message-blocked', 'shared-contact')),
	CONSTRAINT "tasks_desk" CHECK("__new_tasks"."desk" in ('team', 'coordinator', 'lead', 'partner-support')),
	CONSTRAINT "tasks_state" CHECK("__new_tasks"."state" in ('open', 'done', 'closed')),
	CONSTRAINT "tasks_outcome" CHECK("__new_tasks"."outcome" in ('reached', 'message-left', 'not-reached', 'agreed', 'told', 'nobody-to-tell', 'goes-on', 'place-ends', 'done', 'no-action')),
	CONSTRAINT "tasks_due_on" CHECK("__new_tasks"."due_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "tasks_done" CHECK(("__new_tasks"."state" = 'done') = ("__new_tasks"."outcome" is not null))
);
--> statement-breakpoint
INSERT INTO `__new_tasks`("id", "kind", "desk", "owner_id", "cohort_id", "enrolment_id", "session_id", "cause", "words", "due_on", "opened_at", "state", "outcome", "note", "told_on_at", "version") SELECT "id", "kind", "desk", "owner_id", "cohort_id", "enrolment_id", "session_id", "cause", "words", "due_on", "opened_at", "state", "outcome", "note", "told_on_at", "version" FROM `tasks`;--> statement-breakpoint
DROP TABLE `tasks`;--> statement-breakpoint
ALTER TABLE `__new_tasks` RENAME TO `tasks`;--> statement-breakpoint
CREATE UNIQUE INDEX `tasks_cause` ON `tasks` (`cause`);--> statement-breakpoint
CREATE INDEX `tasks_open` ON `tasks` (`cohort_id`,`desk`) WHERE "tasks"."state" = 'open';--> statement-breakpoint
CREATE INDEX `tasks_overdue` ON `tasks` (`due_on`) WHERE "tasks"."state" = 'open';--> statement-breakpoint
CREATE INDEX `tasks_enrolment` ON `tasks` (`enrolment_id`);--> statement-breakpoint
CREATE INDEX `tasks_session` ON `tasks` (`session_id`);