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
ALTER TABLE `sign_ins` ADD `second_factor_at` text;--> statement-breakpoint
ALTER TABLE `sign_ins` ADD `device` text;