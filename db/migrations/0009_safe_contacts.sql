CREATE TABLE `message_stops` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`set_by` text NOT NULL,
	`set_at` text NOT NULL,
	`ended_by` text,
	`ended_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `message_stops_current` ON `message_stops` (`person_id`) WHERE "message_stops"."ended_at" is null;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_safe_contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`channel` text NOT NULL,
	`address` text NOT NULL,
	`address_key` text NOT NULL,
	`safe_days` text NOT NULL,
	`safe_from` text NOT NULL,
	`safe_until` text NOT NULL,
	`may_leave_voicemail` integer DEFAULT false NOT NULL,
	`may_name_organisation` integer DEFAULT false NOT NULL,
	`withholds_number` integer DEFAULT true NOT NULL,
	`code_word` text,
	`set_by` text NOT NULL,
	`set_at` text NOT NULL,
	`review_by` text NOT NULL,
	`needs_second_person` integer DEFAULT false NOT NULL,
	`confirmed_by` text,
	`confirmed_at` text,
	`superseded_at` text,
	`ended_by` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "safe_contacts_channel" CHECK("__new_safe_contacts"."channel" in ('email', 'text', 'call')),
	CONSTRAINT "safe_contacts_review" CHECK("__new_safe_contacts"."review_by" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "safe_contacts_hours" CHECK("__new_safe_contacts"."safe_from" < "__new_safe_contacts"."safe_until"),
	CONSTRAINT "safe_contacts_second_person" CHECK("__new_safe_contacts"."confirmed_by" is null or "__new_safe_contacts"."confirmed_by" <> "__new_safe_contacts"."set_by"),
	CONSTRAINT "safe_contacts_confirmed" CHECK(("__new_safe_contacts"."confirmed_by" is null) = ("__new_safe_contacts"."confirmed_at" is null))
);
--> statement-breakpoint
INSERT INTO `__new_safe_contacts`("id", "person_id", "channel", "address", "address_key", "safe_days", "safe_from", "safe_until", "set_by", "set_at", "review_by", "needs_second_person", "superseded_at") SELECT "id", "person_id", "channel", "address", 'mail:' || replace(substr(substr(lower(address), 1, instr(address, '@') - 1), 1, instr(substr(lower(address), 1, instr(address, '@') - 1) || '+', '+') - 1), '.', '') || '@' || replace(substr(lower(address), instr(address, '@') + 1), 'googlemail.com', 'gmail.com'), "safe_days", "safe_from", "safe_until", "set_by", "set_at", "review_by", (select side = 'survivor' from people where people.id = person_id), "superseded_at" FROM `safe_contacts`;--> statement-breakpoint
DROP TABLE `safe_contacts`;--> statement-breakpoint
ALTER TABLE `__new_safe_contacts` RENAME TO `safe_contacts`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `safe_contacts_current` ON `safe_contacts` (`person_id`) WHERE "safe_contacts"."superseded_at" is null;--> statement-breakpoint
CREATE INDEX `safe_contacts_person` ON `safe_contacts` (`person_id`);--> statement-breakpoint
CREATE INDEX `safe_contacts_key` ON `safe_contacts` (`address_key`);--> statement-breakpoint
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
	CONSTRAINT "tasks_kind" CHECK("__new_tasks"."kind" in ('absence-call', 'absence-review', 'absence-referrer', 'absence-partner', 'absence-decision', 'exit-referrer', 'exit-partner', 'concern', 'debrief-action', 'supervision', 'message-blocked', 'shared-contact')),
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