CREATE TABLE `calendar_invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`method` text NOT NULL,
	`sequence` integer NOT NULL,
	`title` text NOT NULL,
	`place` text,
	`starts_at` text NOT NULL,
	`ends_at` text NOT NULL,
	`changed_at` text NOT NULL,
	`state` text NOT NULL,
	`due_at` text NOT NULL,
	`use_by` text NOT NULL,
	`planned_at` text NOT NULL,
	`lease_owner` text,
	`leased_until` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`handed_over_at` text,
	`reason` text,
	`sent_to` text,
	`sent_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "calendar_invitations_method" CHECK("calendar_invitations"."method" in ('request', 'cancel')),
	CONSTRAINT "calendar_invitations_state" CHECK("calendar_invitations"."state" in ('queued', 'leased', 'sent', 'failed', 'unknown', 'suppressed', 'expired'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_invitations_once` ON `calendar_invitations` (`staff_id`,`session_id`,`method`,`sequence`);--> statement-breakpoint
CREATE INDEX `calendar_invitations_due` ON `calendar_invitations` (`state`,`due_at`);--> statement-breakpoint
ALTER TABLE `staff` ADD `invites_since` text;