CREATE TABLE `agreed_notes` (
	`session_id` text NOT NULL,
	`version` integer NOT NULL,
	`note` text NOT NULL,
	`saved_at` text NOT NULL,
	`saved_by` text NOT NULL,
	PRIMARY KEY(`session_id`, `version`),
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`saved_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "agreed_notes_version" CHECK("agreed_notes"."version" >= 1)
);
--> statement-breakpoint
CREATE TABLE `log_deliverers` (
	`log_id` text NOT NULL,
	`staff_id` text NOT NULL,
	PRIMARY KEY(`log_id`, `staff_id`),
	FOREIGN KEY (`log_id`) REFERENCES `delivery_logs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `delivery_logs` ADD `delivered_order` text;