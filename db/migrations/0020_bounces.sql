CREATE TABLE `mail_bounces` (
	`message_id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`reported_at` text NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `outbox`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "mail_bounces_kind" CHECK("mail_bounces"."kind" in ('for-good', 'for-now'))
);
--> statement-breakpoint
ALTER TABLE `staff` ADD `mail_came_back_at` text;