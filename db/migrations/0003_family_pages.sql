DROP INDEX `families_reference`;--> statement-breakpoint
DROP INDEX `families_area`;--> statement-breakpoint
CREATE UNIQUE INDEX `families_area_reference` ON `families` (`area_id`,`reference`);--> statement-breakpoint
ALTER TABLE `restricted_people` ADD `version` integer DEFAULT 1 NOT NULL;