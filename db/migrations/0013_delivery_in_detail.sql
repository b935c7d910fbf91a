CREATE TABLE `adaptation_decisions` (
	`adaptation_id` text PRIMARY KEY NOT NULL,
	`decision` text NOT NULL,
	`reason` text,
	`decided_at` text NOT NULL,
	`decided_by` text NOT NULL,
	FOREIGN KEY (`adaptation_id`) REFERENCES `adaptations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "adaptation_decisions_decision" CHECK("adaptation_decisions"."decision" in ('approved', 'declined')),
	CONSTRAINT "adaptation_decisions_reason" CHECK("adaptation_decisions"."decision" <> 'declined' or "adaptation_decisions"."reason" is not null)
);
--> statement-breakpoint
CREATE TABLE `adaptations` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`activity_key` text,
	`when` text NOT NULL,
	`how` text NOT NULL,
	`planned` text NOT NULL,
	`is_lasting` integer NOT NULL,
	`decided_by` text NOT NULL,
	`what` text NOT NULL,
	`content_change` text,
	`context_change` text,
	`level` text NOT NULL,
	`fidelity` text NOT NULL,
	`goal` text NOT NULL,
	`reason` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "adaptations_planned" CHECK("adaptations"."planned" in ('proactive', 'reactive')),
	CONSTRAINT "adaptations_said" CHECK(length("adaptations"."how") > 0 and length("adaptations"."reason") > 0)
);
--> statement-breakpoint
CREATE INDEX `adaptations_session` ON `adaptations` (`session_id`);--> statement-breakpoint
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