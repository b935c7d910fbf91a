CREATE TABLE `message_calls` (
	`id` text PRIMARY KEY NOT NULL,
	`message_id` text NOT NULL,
	`outcome` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`recorded_at` text NOT NULL,
	`safe_contact_id` text,
	`note` text,
	FOREIGN KEY (`message_id`) REFERENCES `outbox`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`safe_contact_id`) REFERENCES `safe_contacts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "message_calls_outcome" CHECK("message_calls"."outcome" in ('reached', 'message-left', 'not-reached', 'not-rung')),
	CONSTRAINT "message_calls_contact" CHECK(("message_calls"."outcome" = 'not-rung') = ("message_calls"."safe_contact_id" is null)),
	CONSTRAINT "message_calls_note" CHECK("message_calls"."outcome" <> 'not-rung' or "message_calls"."note" is not null)
);
--> statement-breakpoint
CREATE INDEX `message_calls_message` ON `message_calls` (`message_id`);--> statement-breakpoint
CREATE TABLE `text_deliveries` (
	`message_id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`reported_at` text NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `outbox`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "text_deliveries_state" CHECK("text_deliveries"."state" in ('delivered', 'permanent-failure', 'temporary-failure', 'technical-failure'))
);
--> statement-breakpoint
ALTER TABLE `safe_contacts` ADD `failing_since` text;