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
ALTER TABLE `session_times` ADD `asked_by` text;