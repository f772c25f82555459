CREATE TABLE `failed_jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`queue` text NOT NULL,
	`body` text NOT NULL,
	`reason` text NOT NULL,
	`attempts` integer NOT NULL,
	`failed_at` integer NOT NULL,
	`dead_at` integer
);
--> statement-breakpoint
CREATE INDEX `failed_jobs_dead` ON `failed_jobs` (`dead_at`,`id`) WHERE dead_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `failed_jobs_by_age` ON `failed_jobs` (`failed_at`) WHERE dead_at IS NULL;