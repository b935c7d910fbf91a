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
	CONSTRAINT "tasks_kind" CHECK("__new_tasks"."kind" in ('absence-call', 'absence-review', 'absence-referrer', 'absence-partner', 'absence-decision', 'exit-referrer', 'exit-partner', 'concern', 'debrief-action', 'supervision', 'drift', 'adaptation', 'gap', 'gap-in-log', 'gap-of-leads', 'partner-contact', 'message-blocked', 'message-undelivered', 'shared-contact', 'contact-failing', 'message-wording')),
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