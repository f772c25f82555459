ALTER TABLE `messages` ADD `looked_at` integer;--> statement-breakpoint
ALTER TABLE `messages` ADD `looks_like` integer;--> statement-breakpoint
CREATE INDEX `messages_unknown` ON `messages` (`due_at`) WHERE status = 'unknown' AND due_at IS NOT NULL;