CREATE TABLE `referrer_contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`enrolment_id` text NOT NULL,
	`contacted_on` text NOT NULL,
	`words` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text NOT NULL,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "referrer_contacts_on" CHECK("referrer_contacts"."contacted_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "referrer_contacts_said" CHECK(length("referrer_contacts"."words") > 0)
);
--> statement-breakpoint
CREATE INDEX `referrer_contacts_enrolment` ON `referrer_contacts` (`enrolment_id`);--> statement-breakpoint
CREATE TABLE `gap_acceptances` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`cohort_id` text NOT NULL,
	`session_id` text,
	`enrolment_id` text,
	`reason` text NOT NULL,
	`accepted_at` text NOT NULL,
	`accepted_by` text NOT NULL,
	`taken_back_at` text,
	`taken_back_by` text,
	FOREIGN KEY (`cohort_id`) REFERENCES `cohorts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`accepted_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taken_back_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "gap_acceptances_kind" CHECK("gap_acceptances"."kind" in ('register-incomplete', 'log-missing', 'core-not-delivered', 'length-short', 'too-few-facilitators', 'sessions-merged', 'session-split', 'sessions-out-of-order', 'not-delivered-again', 'joined-late', 'accreditation-lapsed', 'observation-overdue', 'observation-not-released', 'referrer-contacts-missing', 'partner-contact-missing')),
	CONSTRAINT "gap_acceptances_about" CHECK(("gap_acceptances"."session_id" is null) <> ("gap_acceptances"."enrolment_id" is null)),
	CONSTRAINT "gap_acceptances_reason" CHECK(length("gap_acceptances"."reason") > 0),
	CONSTRAINT "gap_acceptances_back" CHECK(("gap_acceptances"."taken_back_at" is null) = ("gap_acceptances"."taken_back_by" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `gap_acceptances_session` ON `gap_acceptances` (`kind`,`session_id`) WHERE "gap_acceptances"."session_id" is not null and "gap_acceptances"."taken_back_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX `gap_acceptances_place` ON `gap_acceptances` (`kind`,`enrolment_id`) WHERE "gap_acceptances"."enrolment_id" is not null and "gap_acceptances"."taken_back_at" is null;--> statement-breakpoint
CREATE INDEX `gap_acceptances_cohort` ON `gap_acceptances` (`cohort_id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
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
	CONSTRAINT "tasks_kind" CHECK("__new_tasks"."kind" in ('absence-call', 'absence-review', 'absence-referrer', 'absence-partner', 'absence-decision', 'exit-referrer', 'exit-partner', 'concern', 'debrief-action', 'supervision', 'drift', 'adaptation', 'gap', 'gap-in-log', 'gap-of-leads', 'partner-contact', 'message-blocked', 'shared-contact')),
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
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `tasks_cause` ON `tasks` (`cause`);--> statement-breakpoint
CREATE INDEX `tasks_open` ON `tasks` (`cohort_id`,`desk`) WHERE "tasks"."state" = 'open';--> statement-breakpoint
CREATE INDEX `tasks_overdue` ON `tasks` (`due_on`) WHERE "tasks"."state" = 'open';--> statement-breakpoint
CREATE INDEX `tasks_enrolment` ON `tasks` (`enrolment_id`);--> statement-breakpoint
CREATE INDEX `tasks_session` ON `tasks` (`session_id`);