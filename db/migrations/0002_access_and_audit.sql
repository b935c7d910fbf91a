CREATE TABLE `audit_alerts` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`cause` text NOT NULL,
	`day` text NOT NULL,
	`raised_at` text NOT NULL,
	`seq` integer NOT NULL,
	`people` text NOT NULL,
	`closed_at` text,
	`closed_by` text,
	`note` text,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "audit_alerts_cause" CHECK("audit_alerts"."cause" in ('mass-viewing', 'same-surname', 'same-postcode')),
	CONSTRAINT "audit_alerts_closed_whole" CHECK(("audit_alerts"."closed_at" is null) = ("audit_alerts"."closed_by" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_alerts_once` ON `audit_alerts` (`staff_id`,`day`,`cause`);--> statement-breakpoint
CREATE INDEX `audit_alerts_open` ON `audit_alerts` (`closed_at`);--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`actor_kind` text NOT NULL,
	`staff_id` text,
	`action` text NOT NULL,
	`record_kind` text,
	`record_id` text,
	`outcome` text NOT NULL,
	`people_key` text,
	`details` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL,
	FOREIGN KEY (`people_key`) REFERENCES `audit_people_sets`(`key`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "audit_entries_actor" CHECK("audit_entries"."actor_kind" in ('staff', 'operator', 'system', 'nobody')),
	CONSTRAINT "audit_entries_staff_known" CHECK(("audit_entries"."actor_kind" = 'staff') = ("audit_entries"."staff_id" is not null)),
	CONSTRAINT "audit_entries_record_whole" CHECK(("audit_entries"."record_kind" is null) = ("audit_entries"."record_id" is null))
);
--> statement-breakpoint
CREATE INDEX `audit_entries_staff` ON `audit_entries` (`staff_id`,`at`);--> statement-breakpoint
CREATE INDEX `audit_entries_at` ON `audit_entries` (`at`);--> statement-breakpoint
CREATE INDEX `audit_entries_people` ON `audit_entries` (`people_key`);--> statement-breakpoint
CREATE INDEX `audit_entries_refused` ON `audit_entries` (`seq`) WHERE "audit_entries"."outcome" <> 'done';--> statement-breakpoint
CREATE INDEX `audit_entries_nobody` ON `audit_entries` (`record_id`) WHERE "audit_entries"."actor_kind" = 'nobody';--> statement-breakpoint
CREATE TABLE `audit_people` (
	`person_id` text NOT NULL,
	`key` text NOT NULL,
	PRIMARY KEY(`person_id`, `key`),
	FOREIGN KEY (`key`) REFERENCES `audit_people_sets`(`key`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `audit_people_sets` (
	`key` text PRIMARY KEY NOT NULL,
	`people` text NOT NULL
);
--> statement-breakpoint
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
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "broken_glass_reviewer" CHECK("broken_glass"."reviewed_by" is null or "broken_glass"."reviewed_by" <> "broken_glass"."staff_id"),
	CONSTRAINT "broken_glass_review" CHECK(("broken_glass"."reviewed_by" is null) = ("broken_glass"."reviewed_at" is null) and ("broken_glass"."reviewed_by" is null) = ("broken_glass"."review_note" is null)),
	CONSTRAINT "broken_glass_hour" CHECK(unixepoch("broken_glass"."opens_until") - unixepoch("broken_glass"."opened_at") between 1 and 3600)
);
--> statement-breakpoint
CREATE INDEX `broken_glass_staff` ON `broken_glass` (`staff_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `broken_glass_one_open` ON `broken_glass` (`staff_id`) WHERE "broken_glass"."closed_at" is null;--> statement-breakpoint
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
CREATE UNIQUE INDEX `families_area_reference` ON `families` (`area_id`,`reference`);--> statement-breakpoint
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
CREATE TABLE `opening_attempts` (
	`staff_id` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`window_started_at` text NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
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
CREATE TABLE `restricted_people` (
	`person_id` text PRIMARY KEY NOT NULL,
	`set_by` text NOT NULL,
	`set_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
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
CREATE TABLE `kept_forms` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`key_hash` text NOT NULL,
	`path` text NOT NULL,
	`page_name` text NOT NULL,
	`sealed` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `kept_forms_staff` ON `kept_forms` (`staff_id`);--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`staff_id` text NOT NULL,
	`code_hash` text NOT NULL,
	`created_at` text NOT NULL,
	`used_at` text,
	PRIMARY KEY(`staff_id`, `code_hash`),
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `second_factors` (
	`staff_id` text PRIMARY KEY NOT NULL,
	`secret` text,
	`confirmed_at` text,
	`last_step` integer,
	`pending_secret` text,
	`pending_since` text,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `staff_identities` (
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`staff_id` text NOT NULL,
	`linked_at` text NOT NULL,
	PRIMARY KEY(`issuer`, `subject`),
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `staff_identities_staff` ON `staff_identities` (`staff_id`);--> statement-breakpoint
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
ALTER TABLE `team_members` ADD `ended_at` text;--> statement-breakpoint
ALTER TABLE `people` ADD `postcode` text;--> statement-breakpoint
ALTER TABLE `sign_ins` ADD `second_factor_at` text;--> statement-breakpoint
ALTER TABLE `sign_ins` ADD `device` text;--> statement-breakpoint
ALTER TABLE `staff` ADD `postcode` text;
--> statement-breakpoint
-- Written by hand: what the schema cannot say. The audit trail only grows, at its end, and nothing of it is changed or deleted.
CREATE TRIGGER `audit_entries_follow` BEFORE INSERT ON `audit_entries`
WHEN NEW.`seq` IS NOT (SELECT coalesce(max(`seq`), 0) + 1 FROM `audit_entries`)
BEGIN
	SELECT raise(ABORT, 'an audit entry can only follow the last one');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_entries_stay` BEFORE UPDATE ON `audit_entries`
BEGIN
	SELECT raise(ABORT, 'audit entries are never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_entries_remain` BEFORE DELETE ON `audit_entries`
BEGIN
	SELECT raise(ABORT, 'audit entries are never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_people_sets_listed` AFTER INSERT ON `audit_people_sets`
BEGIN
	INSERT INTO `audit_people` (`person_id`, `key`) SELECT `value`, NEW.`key` FROM json_each(NEW.`people`);
END;
--> statement-breakpoint
CREATE TRIGGER `audit_people_sets_stay` BEFORE UPDATE ON `audit_people_sets`
BEGIN
	SELECT raise(ABORT, 'audit entries are never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_people_sets_remain` BEFORE DELETE ON `audit_people_sets`
BEGIN
	SELECT raise(ABORT, 'audit entries are never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_people_stay` BEFORE UPDATE ON `audit_people`
BEGIN
	SELECT raise(ABORT, 'audit entries are never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_people_remain` BEFORE DELETE ON `audit_people`
BEGIN
	SELECT raise(ABORT, 'audit entries are never deleted');
END;
