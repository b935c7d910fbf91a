PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_people` (
	`id` text PRIMARY KEY NOT NULL,
	`side` text NOT NULL,
	`reference` text NOT NULL,
	`given_name` text NOT NULL,
	`family_name` text NOT NULL,
	`created_at` text NOT NULL,
	`import_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "people_side" CHECK("__new_people"."side" in ('perpetrator', 'survivor', 'professional'))
);
--> statement-breakpoint
INSERT INTO `__new_people`("id", "side", "reference", "given_name", "family_name", "created_at", "import_id", "version") SELECT "id", coalesce((SELECT max(`cohorts`.`side`) FROM `enrolments` INNER JOIN `cohorts` ON `cohorts`.`id` = `enrolments`.`cohort_id` WHERE `enrolments`.`person_id` = `people`.`id`), 'perpetrator'), "reference", "given_name", "family_name", "created_at", "import_id", "version" FROM `people`;--> statement-breakpoint
DROP TABLE `people`;--> statement-breakpoint
ALTER TABLE `__new_people` RENAME TO `people`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `people_side_reference` ON `people` (`side`,`reference`);--> statement-breakpoint
CREATE INDEX `people_import` ON `people` (`import_id`);