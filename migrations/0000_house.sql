CREATE TABLE `audit_log` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`at` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`action` text NOT NULL,
	`subject` text
);
--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`actor_id` text NOT NULL,
	`key` text NOT NULL,
	`request_hash` text NOT NULL,
	`resource_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`actor_id`, `key`)
);
--> statement-breakpoint
CREATE INDEX `idempotency_keys_by_age` ON `idempotency_keys` (`at`);--> statement-breakpoint
CREATE TABLE `conversation_merges` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`source_id` text NOT NULL,
	`target_id` text NOT NULL,
	`contact_point_id` text,
	`at` integer NOT NULL,
	`actor_id` text,
	`moved_at` integer
);
--> statement-breakpoint
CREATE INDEX `conversation_merges_unfinished` ON `conversation_merges` (`id`) WHERE moved_at IS NULL;--> statement-breakpoint
CREATE TABLE `conversations` (
	`id` text PRIMARY KEY NOT NULL,
	`practice_id` integer,
	`contact_point_id` text,
	`version` integer DEFAULT 0 NOT NULL,
	`last_message_id` text,
	`last_message_at` integer NOT NULL,
	`unread_count` integer DEFAULT 0 NOT NULL,
	`read_up_to_at` integer DEFAULT 0 NOT NULL,
	`read_up_to_seq` integer DEFAULT 0 NOT NULL,
	`merged_into` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `conversations_by_practice` ON `conversations` (`practice_id`) WHERE practice_id IS NOT NULL AND merged_into IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `conversations_by_contact_point` ON `conversations` (`contact_point_id`) WHERE contact_point_id IS NOT NULL AND merged_into IS NULL;--> statement-breakpoint
CREATE INDEX `conversations_newest` ON `conversations` (`last_message_at`,`id`) WHERE merged_into IS NULL;--> statement-breakpoint
CREATE INDEX `conversations_unread` ON `conversations` (`last_message_at`,`id`) WHERE unread_count > 0 AND merged_into IS NULL;--> statement-breakpoint
CREATE TABLE `inbox_counters` (
	`id` integer PRIMARY KEY NOT NULL,
	`unread` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `messages` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`contact_point_id` text,
	`channel` text NOT NULL,
	`direction` text NOT NULL,
	`status` text NOT NULL,
	`purpose` text NOT NULL,
	`author_kind` text NOT NULL,
	`author_id` text,
	`content` text NOT NULL,
	`address` text NOT NULL,
	`address_hash` text NOT NULL,
	`sender_address` text NOT NULL,
	`at` integer NOT NULL,
	`due_at` integer,
	`claimed_at` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`provider_id` text,
	`template_version_id` text,
	`dispatch_id` text,
	`retry_of` text,
	`refusal_reason` text,
	`provider_code` text,
	`segments` integer,
	`price_micros` integer,
	`currency` text,
	`media_count` integer DEFAULT 0 NOT NULL,
	`sent_at` integer,
	`delivered_at` integer,
	`read_at` integer,
	`failed_at` integer,
	`unknown_at` integer,
	`cancelled_at` integer,
	`skipped_at` integer,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_by_id` ON `messages` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `messages_by_provider_id` ON `messages` (`provider_id`) WHERE provider_id IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `messages_by_retry_of` ON `messages` (`retry_of`) WHERE retry_of IS NOT NULL;--> statement-breakpoint
CREATE INDEX `messages_by_conversation` ON `messages` (`conversation_id`,`at`,`seq`);--> statement-breakpoint
CREATE INDEX `messages_due` ON `messages` (`due_at`) WHERE status IN ('queued', 'sending');--> statement-breakpoint
CREATE TABLE `contact_point_addresses` (
	`channel` text NOT NULL,
	`address` text NOT NULL,
	`contact_point_id` text NOT NULL,
	PRIMARY KEY(`channel`, `address`),
	FOREIGN KEY (`contact_point_id`) REFERENCES `contact_points`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `contact_point_addresses_by_contact_point` ON `contact_point_addresses` (`contact_point_id`);--> statement-breakpoint
CREATE TABLE `contact_point_people` (
	`contact_point_id` text NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`contact_point_id`, `person_id`),
	FOREIGN KEY (`contact_point_id`) REFERENCES `contact_points`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `contact_point_people_by_person` ON `contact_point_people` (`person_id`);--> statement-breakpoint
CREATE TABLE `contact_points` (
	`id` text PRIMARY KEY NOT NULL,
	`practice_id` integer,
	`channel` text NOT NULL,
	`address` text NOT NULL,
	`address_hash` text NOT NULL,
	`line_type` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contact_points_by_practice` ON `contact_points` (`practice_id`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`practice_id` integer NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_by_practice_name` ON `people` (`practice_id`,`name`);--> statement-breakpoint
CREATE TABLE `practices` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`municipality` text,
	`postcode` text,
	`language` text NOT NULL,
	`profession` text,
	`riziv` text,
	`legal_form` text,
	`opening_hours` text,
	`lead_status` text,
	`preferred_channel` text,
	`is_demo` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`erased_at` integer
);
--> statement-breakpoint
CREATE TABLE `suppressions` (
	`channel` text NOT NULL,
	`address_hash` text NOT NULL,
	`source` text NOT NULL,
	`message_id` text,
	`suppressed_at` integer NOT NULL,
	`wrote_again_at` integer,
	`lifted_at` integer,
	PRIMARY KEY(`channel`, `address_hash`)
);
--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`member_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `accounts_by_member` ON `accounts` (`member_id`);--> statement-breakpoint
CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`start` text NOT NULL,
	`hash` text NOT NULL,
	`role` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_by_hash` ON `api_keys` (`hash`);--> statement-breakpoint
CREATE TABLE `members` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`role` text DEFAULT 'viewer' NOT NULL,
	`locale` text DEFAULT 'nl' NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `members_email_unique` ON `members` (`email`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`member_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token_unique` ON `sessions` (`token`);--> statement-breakpoint
CREATE INDEX `sessions_by_member` ON `sessions` (`member_id`);--> statement-breakpoint
CREATE TABLE `verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verifications_by_identifier` ON `verifications` (`identifier`);