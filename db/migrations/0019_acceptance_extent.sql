DROP INDEX `gap_acceptances_session`;--> statement-breakpoint
DROP INDEX `gap_acceptances_place`;--> statement-breakpoint
ALTER TABLE `gap_acceptances` ADD `missing` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `gap_acceptances` ADD `missing_many` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `gap_acceptances` ADD `ended_at` text;--> statement-breakpoint
CREATE UNIQUE INDEX `gap_acceptances_session` ON `gap_acceptances` (`kind`,`session_id`) WHERE "gap_acceptances"."session_id" is not null and "gap_acceptances"."taken_back_at" is null and "gap_acceptances"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX `gap_acceptances_place` ON `gap_acceptances` (`kind`,`enrolment_id`) WHERE "gap_acceptances"."enrolment_id" is not null and "gap_acceptances"."taken_back_at" is null and "gap_acceptances"."ended_at" is null;