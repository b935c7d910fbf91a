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
ALTER TABLE `people` ADD `postcode` text;--> statement-breakpoint
ALTER TABLE `staff` ADD `postcode` text;--> statement-breakpoint
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
