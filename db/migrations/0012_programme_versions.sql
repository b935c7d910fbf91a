CREATE TABLE `programme_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`number` text NOT NULL,
	`shipped` text NOT NULL,
	`started_from` text NOT NULL,
	`state` text NOT NULL,
	`plans` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`changed_at` text NOT NULL,
	`changed_by` text NOT NULL,
	`published_at` text,
	`published_by` text,
	`takes_effect_on` text,
	FOREIGN KEY (`created_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`published_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "programme_versions_states" CHECK("programme_versions"."state" in ('draft', 'published')),
	CONSTRAINT "programme_versions_day" CHECK("programme_versions"."takes_effect_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "programme_versions_plans" CHECK(json_valid("programme_versions"."plans")),
	CONSTRAINT "programme_versions_published" CHECK(("programme_versions"."state" = 'published') = ("programme_versions"."published_at" is not null)
				and ("programme_versions"."published_at" is null) = ("programme_versions"."published_by" is null)
				and ("programme_versions"."published_at" is null) = ("programme_versions"."takes_effect_on" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `programme_versions_number` ON `programme_versions` (`slug`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `programme_versions_one_draft` ON `programme_versions` (`slug`) WHERE "programme_versions"."state" = 'draft';--> statement-breakpoint
CREATE INDEX `programme_versions_state` ON `programme_versions` (`state`);--> statement-breakpoint
CREATE TRIGGER `programme_versions_stay` BEFORE UPDATE ON `programme_versions`
WHEN OLD.`state` = 'published'
BEGIN
	SELECT raise(ABORT, 'a published version is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `programme_versions_remain` BEFORE DELETE ON `programme_versions`
WHEN OLD.`state` = 'published'
BEGIN
	SELECT raise(ABORT, 'a published version is never taken away');
END;
