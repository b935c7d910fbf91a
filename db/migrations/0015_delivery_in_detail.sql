CREATE TABLE `log_deliverers` (
	`log_id` text NOT NULL,
	`staff_id` text NOT NULL,
	PRIMARY KEY(`log_id`, `staff_id`),
	FOREIGN KEY (`log_id`) REFERENCES `delivery_logs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `delivery_logs` ADD `delivered_order` text;