CREATE TABLE `both_sides_decisions` (
	`staff_id` text NOT NULL,
	`reason` text NOT NULL,
	`decided_by` text NOT NULL,
	`decided_at` text NOT NULL,
	`ended_at` text,
	PRIMARY KEY(`staff_id`, `decided_at`),
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `both_sides_decisions_current` ON `both_sides_decisions` (`staff_id`) WHERE "both_sides_decisions"."ended_at" is null;--> statement-breakpoint
CREATE TABLE `broken_glass` (
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
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "broken_glass_reviewer" CHECK("broken_glass"."reviewed_by" is null or "broken_glass"."reviewed_by" <> "broken_glass"."staff_id")
);
--> statement-breakpoint
CREATE INDEX `broken_glass_staff` ON `broken_glass` (`staff_id`);--> statement-breakpoint
CREATE TABLE `cohort_pairs` (
	`perpetrator_cohort_id` text PRIMARY KEY NOT NULL,
	`survivor_cohort_id` text NOT NULL,
	`linked_by` text NOT NULL,
	`linked_at` text NOT NULL,
	FOREIGN KEY (`perpetrator_cohort_id`) REFERENCES `cohorts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`survivor_cohort_id`) REFERENCES `cohorts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`linked_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cohort_pairs_survivor` ON `cohort_pairs` (`survivor_cohort_id`);--> statement-breakpoint
CREATE TABLE `families` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`reference` text NOT NULL,
	`worker_id` text,
	`created_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`worker_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `families_reference` ON `families` (`reference`);--> statement-breakpoint
CREATE INDEX `families_area` ON `families` (`area_id`);--> statement-breakpoint
CREATE TABLE `family_members` (
	`family_id` text NOT NULL,
	`person_id` text NOT NULL,
	`relationship` text NOT NULL,
	`added_by` text NOT NULL,
	`added_at` text NOT NULL,
	PRIMARY KEY(`family_id`, `person_id`),
	FOREIGN KEY (`family_id`) REFERENCES `families`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "family_members_relationship" CHECK("family_members"."relationship" in ('father', 'mother', 'partner', 'former-partner', 'child', 'other-relative'))
);
--> statement-breakpoint
CREATE INDEX `family_members_person` ON `family_members` (`person_id`);--> statement-breakpoint
CREATE TABLE `non_associations` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`other_person_id` text NOT NULL,
	`reason` text NOT NULL,
	`set_by` text NOT NULL,
	`set_at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "non_associations_order" CHECK("non_associations"."person_id" < "non_associations"."other_person_id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `non_associations_pair` ON `non_associations` (`person_id`,`other_person_id`) WHERE "non_associations"."ended_at" is null;--> statement-breakpoint
CREATE INDEX `non_associations_other` ON `non_associations` (`other_person_id`);--> statement-breakpoint
CREATE TABLE `session_observers` (
	`session_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`assigned_by` text NOT NULL,
	`assigned_at` text NOT NULL,
	PRIMARY KEY(`session_id`, `staff_id`),
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assigned_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_observers_staff` ON `session_observers` (`staff_id`);--> statement-breakpoint
CREATE TABLE `restricted_people` (
	`person_id` text PRIMARY KEY NOT NULL,
	`set_by` text NOT NULL,
	`set_at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `restricted_readers` (
	`person_id` text NOT NULL,
	`staff_id` text NOT NULL,
	PRIMARY KEY(`person_id`, `staff_id`),
	FOREIGN KEY (`person_id`) REFERENCES `restricted_people`(`person_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_staff_roles` (
	`staff_id` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`staff_id`, `role`),
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "staff_roles_role" CHECK("__new_staff_roles"."role" in ('facilitator', 'coordinator', 'lead', 'partner-support', 'administrator', 'observer', 'read-only'))
);
--> statement-breakpoint
INSERT INTO `__new_staff_roles`("staff_id", "role") SELECT "staff_id", "role" FROM `staff_roles`;--> statement-breakpoint
DROP TABLE `staff_roles`;--> statement-breakpoint
ALTER TABLE `__new_staff_roles` RENAME TO `staff_roles`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
ALTER TABLE `team_members` ADD `ended_at` text;