CREATE TABLE `programme_bands` (
	`slug` text NOT NULL,
	`number` integer NOT NULL,
	`good` integer NOT NULL,
	`watch` integer NOT NULL,
	`set_at` text NOT NULL,
	`set_by` text NOT NULL,
	PRIMARY KEY(`slug`, `number`),
	FOREIGN KEY (`set_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "programme_bands_order" CHECK(0 <= "programme_bands"."watch" and "programme_bands"."watch" < "programme_bands"."good" and "programme_bands"."good" <= 100)
);
--> statement-breakpoint
CREATE TRIGGER `programme_bands_stay` BEFORE UPDATE ON `programme_bands`
BEGIN
	SELECT raise(ABORT, 'bands that were set are never changed, only set anew');
END;
--> statement-breakpoint
CREATE TRIGGER `programme_bands_remain` BEFORE DELETE ON `programme_bands`
BEGIN
	SELECT raise(ABORT, 'bands that were set are never taken away');
END;
