CREATE TABLE `opening_attempts` (
	`staff_id` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`window_started_at` text NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `staff_notices` (
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
	CONSTRAINT "staff_notices_kind" CHECK("staff_notices"."kind" in ('review-waits', 'review-lacks-lead')),
	CONSTRAINT "staff_notices_state" CHECK("staff_notices"."state" in ('queued', 'leased', 'sent', 'failed', 'unknown', 'suppressed'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_notices_once` ON `staff_notices` (`staff_id`,`kind`,`about_id`);--> statement-breakpoint
CREATE INDEX `staff_notices_due` ON `staff_notices` (`state`,`due_at`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_broken_glass` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`person_id` text NOT NULL,
	`reason` text NOT NULL,
	`opened_at` text NOT NULL,
	`opens_until` text NOT NULL,
	`closed_at` text,
	`reviewed_by` text,
	`reviewed_at` text,
	`review_note` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "broken_glass_reviewer" CHECK("__new_broken_glass"."reviewed_by" is null or "__new_broken_glass"."reviewed_by" <> "__new_broken_glass"."staff_id"),
	CONSTRAINT "broken_glass_review" CHECK(("__new_broken_glass"."reviewed_by" is null) = ("__new_broken_glass"."reviewed_at" is null) and ("__new_broken_glass"."reviewed_by" is null) = ("__new_broken_glass"."review_note" is null)),
	CONSTRAINT "broken_glass_hour" CHECK(unixepoch("__new_broken_glass"."opens_until") - unixepoch("__new_broken_glass"."opened_at") between 1 and 3600)
);
--> statement-breakpoint
INSERT INTO `__new_broken_glass`("id", "staff_id", "person_id", "reason", "opened_at", "opens_until", "closed_at", "reviewed_by", "reviewed_at", "review_note", "version") SELECT "id", "staff_id", "person_id", "reason", "opened_at", "opens_until", "closed_at", "reviewed_by", "reviewed_at", "review_note", 1 FROM `broken_glass`;--> statement-breakpoint
DROP TABLE `broken_glass`;--> statement-breakpoint
ALTER TABLE `__new_broken_glass` RENAME TO `broken_glass`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `broken_glass_staff` ON `broken_glass` (`staff_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `broken_glass_one_open` ON `broken_glass` (`staff_id`) WHERE "broken_glass"."closed_at" is null;