-- The tables of the PHP system, names and columns as they are there, so that the portal can be pointed at its database.
-- Each statement is "if not exists": on the PHP system's own schema this changes nothing, and V2 corrects what is wrong there.
-- TIMESTAMP columns hold UTC: every session of ours runs in time zone +00:00.

CREATE TABLE IF NOT EXISTS comet_users (
  id                VARCHAR(255) NOT NULL PRIMARY KEY,
  content           JSON NULL,
  user_id           INT NULL,
  client_id         INT NULL,
  comet_server_id   VARCHAR(64) NULL,
  username          VARCHAR(255) NULL,
  account_name      VARCHAR(255) NULL,
  locale            VARCHAR(16) NULL,
  timezone          VARCHAR(64) NULL,
  is_suspended      TINYINT(1) NOT NULL DEFAULT 0,
  has_items_limit   TINYINT(1) NOT NULL DEFAULT 0,
  items_limit_bytes BIGINT NULL,
  device_quota      INT NULL,
  comet_policy_id   VARCHAR(64) NULL,
  created_at        TIMESTAMP NULL DEFAULT NULL,
  updated_at        TIMESTAMP NULL DEFAULT NULL,
  KEY idx_users_client (client_id),
  KEY idx_users_username (username)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS comet_devices (
  id            VARCHAR(255) NOT NULL,
  client_id     INT NULL,
  username      VARCHAR(255) NULL,
  hash          VARCHAR(255) NOT NULL,
  content       JSON NULL,
  name          VARCHAR(255) NULL,
  platform_os   VARCHAR(32) NOT NULL DEFAULT '',
  platform_arch VARCHAR(32) NOT NULL DEFAULT '',
  is_active     TINYINT(1) NOT NULL DEFAULT 0,
  created_at    TIMESTAMP NULL DEFAULT NULL,
  updated_at    TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  revoked_at    TIMESTAMP NULL DEFAULT NULL,
  offline_since TIMESTAMP NULL DEFAULT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY comet_devices_hash_client_id_unique (hash, client_id),
  KEY comet_devices_client_id_index (client_id),
  KEY comet_devices_username_index (username),
  KEY comet_devices_name_index (name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS comet_items (
  id                CHAR(36) NOT NULL PRIMARY KEY,
  client_id         INT NOT NULL,
  username          VARCHAR(255) NULL,
  content           JSON NULL,
  owner_device      VARCHAR(128) NULL,
  comet_device_id   VARCHAR(64) NOT NULL DEFAULT '',
  name              VARCHAR(255) NOT NULL,
  type              VARCHAR(255) NOT NULL,
  total_bytes       BIGINT NULL,
  total_files       BIGINT NULL,
  total_directories BIGINT NULL,
  created_at        TIMESTAMP NULL DEFAULT NULL,
  updated_at        TIMESTAMP NULL DEFAULT NULL,
  KEY comet_items_client_id_index (client_id),
  KEY comet_items_username_index (username),
  KEY comet_items_comet_device_id_index (comet_device_id),
  KEY comet_items_owner_device_index (owner_device),
  KEY comet_items_type_index (type),
  KEY idx_client_user (client_id, username)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS comet_jobs (
  id                    CHAR(36) NOT NULL PRIMARY KEY,
  content               JSON NULL,
  client_id             INT NOT NULL,
  username              VARCHAR(255) NULL,
  comet_vault_id        CHAR(36) NOT NULL,
  comet_device_id       VARCHAR(255) NOT NULL,
  comet_item_id         CHAR(36) NOT NULL,
  type                  SMALLINT NOT NULL,
  status                SMALLINT NOT NULL,
  comet_snapshot_id     VARCHAR(100) NULL,
  comet_cancellation_id VARCHAR(100) NOT NULL DEFAULT '',
  total_bytes           BIGINT NOT NULL DEFAULT 0,
  total_files           BIGINT NOT NULL DEFAULT 0,
  total_directories     BIGINT NOT NULL DEFAULT 0,
  upload_bytes          BIGINT NOT NULL DEFAULT 0,
  download_bytes        BIGINT NOT NULL DEFAULT 0,
  total_ms_accounts     INT NOT NULL DEFAULT 0,
  started_at            TIMESTAMP NULL DEFAULT NULL,
  ended_at              TIMESTAMP NULL DEFAULT NULL,
  last_status_at        TIMESTAMP NULL DEFAULT NULL,
  KEY comet_jobs_client_id_index (client_id),
  KEY comet_jobs_username_index (username),
  KEY comet_jobs_comet_vault_id_index (comet_vault_id),
  KEY comet_jobs_comet_item_id_index (comet_item_id),
  KEY comet_jobs_started_at_index (started_at),
  KEY comet_jobs_ended_at_index (ended_at),
  KEY comet_jobs_last_status_at_index (last_status_at),
  KEY comet_jobs_comet_device_id_last_status_at_index (comet_device_id, last_status_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS comet_vaults (
  id                  CHAR(36) NOT NULL PRIMARY KEY,
  client_id           INT NOT NULL,
  username            VARCHAR(255) NULL,
  content             JSON NULL,
  name                VARCHAR(255) NOT NULL,
  type                SMALLINT NOT NULL,
  total_bytes         BIGINT NULL,
  bucket_server       VARCHAR(255) NOT NULL DEFAULT '',
  bucket_name         VARCHAR(255) NOT NULL DEFAULT '',
  bucket_key          VARCHAR(255) NOT NULL DEFAULT '',
  has_storage_limit   TINYINT(1) NOT NULL DEFAULT 0,
  storage_limit_bytes BIGINT NOT NULL DEFAULT 0,
  is_active           TINYINT(1) NOT NULL DEFAULT 1,
  created_at          TIMESTAMP NULL DEFAULT NULL,
  updated_at          TIMESTAMP NULL DEFAULT NULL,
  removed_at          TIMESTAMP NULL DEFAULT NULL,
  last_success_at     TIMESTAMP NULL DEFAULT NULL,
  last_error          TEXT NULL,
  KEY comet_vaults_client_id_index (client_id),
  KEY comet_vaults_username_index (username),
  KEY comet_vaults_type_index (type),
  KEY comet_vaults_is_active_index (is_active),
  KEY idx_user_vault (username, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS comet_server_aliases (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  server_id  INT UNSIGNED NOT NULL,
  alias_host VARCHAR(255) NOT NULL,
  UNIQUE KEY uniq_server_alias (server_id, alias_host),
  KEY idx_server (server_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS eb_event_cursor (
  source  VARCHAR(128) NOT NULL PRIMARY KEY,
  last_ts INT UNSIGNED NOT NULL,
  last_id VARCHAR(128) NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS eb_jobs_live (
  server_id          VARCHAR(64)  NOT NULL,
  job_id             VARCHAR(64)  NOT NULL,
  username           VARCHAR(255) NOT NULL DEFAULT '',
  device             VARCHAR(255) NOT NULL DEFAULT '',
  job_type           VARCHAR(64)  NOT NULL DEFAULT '',
  started_at         INT UNSIGNED NOT NULL,
  bytes_done         BIGINT UNSIGNED NOT NULL DEFAULT 0,
  throughput_bps     BIGINT UNSIGNED NOT NULL DEFAULT 0,
  last_update        INT UNSIGNED NOT NULL,
  last_bytes         BIGINT NOT NULL DEFAULT 0,
  last_bytes_ts      INT NOT NULL DEFAULT 0,
  cancel_attempts    TINYINT NOT NULL DEFAULT 0,
  last_checked_ts    INT NOT NULL DEFAULT 0,
  stale_observations TINYINT UNSIGNED NOT NULL DEFAULT 0,
  action_stage       VARCHAR(24) NOT NULL DEFAULT 'none',
  next_action_ts     INT UNSIGNED NOT NULL DEFAULT 0,
  last_action_error  VARCHAR(255) NULL,
  PRIMARY KEY (server_id, job_id),
  KEY idx_last_update (last_update),
  KEY idx_username (username),
  KEY idx_jobs_live_reconcile (server_id, job_type, next_action_ts, last_checked_ts)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS eb_jobs_recent_24h (
  server_id    VARCHAR(64)  NOT NULL,
  job_id       VARCHAR(64)  NOT NULL,
  username     VARCHAR(255) NOT NULL DEFAULT '',
  device       VARCHAR(255) NOT NULL DEFAULT '',
  job_type     VARCHAR(64)  NOT NULL DEFAULT '',
  status       ENUM('success','warning','error','missed','skipped') NOT NULL,
  bytes        BIGINT UNSIGNED NOT NULL DEFAULT 0,
  duration_sec INT UNSIGNED NOT NULL DEFAULT 0,
  ended_at     INT UNSIGNED NOT NULL,
  created_at   TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (server_id, job_id),
  KEY idx_status (status),
  KEY idx_ended (ended_at),
  KEY idx_username (username),
  KEY idx_device (device)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS eb_devices_registry (
  server_id     VARCHAR(64)  NOT NULL,
  device_id     VARCHAR(128) NOT NULL,
  username      VARCHAR(255) NOT NULL DEFAULT '',
  friendly_name VARCHAR(255) NOT NULL DEFAULT '',
  platform_os   VARCHAR(32)  NOT NULL DEFAULT '',
  platform_arch VARCHAR(32)  NOT NULL DEFAULT '',
  registered_at INT UNSIGNED NOT NULL,
  last_seen     INT UNSIGNED NOT NULL DEFAULT 0,
  status        ENUM('active','removed') NOT NULL DEFAULT 'active',
  updated_at    TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (server_id, device_id),
  KEY idx_username (username),
  KEY idx_status (status),
  KEY idx_last_seen (last_seen)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS eb_devices_daily (
  d          DATE NOT NULL PRIMARY KEY,
  registered INT UNSIGNED NOT NULL DEFAULT 0,
  active_24h INT UNSIGNED NOT NULL DEFAULT 0
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS eb_devices_client_daily (
  d          DATE NOT NULL,
  client_id  INT NOT NULL,
  registered INT UNSIGNED NOT NULL DEFAULT 0,
  online     INT UNSIGNED NOT NULL DEFAULT 0,
  updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (d, client_id),
  KEY idx_client (client_id),
  KEY idx_d (d)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS eb_items_daily (
  d          DATE NOT NULL PRIMARY KEY,
  di_devices INT UNSIGNED NOT NULL DEFAULT 0,
  hv_vms     INT UNSIGNED NOT NULL DEFAULT 0,
  vw_vms     INT UNSIGNED NOT NULL DEFAULT 0,
  m365_users INT UNSIGNED NOT NULL DEFAULT 0,
  ff_items   INT UNSIGNED NOT NULL DEFAULT 0
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS eb_storage_daily (
  d           DATE NOT NULL,
  client_id   INT NOT NULL DEFAULT 0,
  username    VARCHAR(255) NOT NULL,
  bytes_total BIGINT UNSIGNED NOT NULL DEFAULT 0,
  bytes_t1000 BIGINT UNSIGNED NOT NULL DEFAULT 0,
  bytes_t1003 BIGINT UNSIGNED NOT NULL DEFAULT 0,
  updated_at  TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (d, client_id, username),
  KEY idx_client (client_id),
  KEY idx_username (username),
  KEY idx_date (d)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS eb_usage_bundled_daily (
  d             DATE NOT NULL PRIMARY KEY,
  billed_tb     DECIMAL(10,2) NOT NULL,
  tier_crossing TINYINT(1) NOT NULL DEFAULT 0,
  created_at    TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  KEY idx_created_at (created_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS eb_incident_ack (
  client_id INT NOT NULL,
  job_id    VARCHAR(64) NOT NULL,
  until_ts  INT UNSIGNED NOT NULL,
  PRIMARY KEY (client_id, job_id),
  KEY idx_until (until_ts)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS eb_monitor_profile_state (
  profile               VARCHAR(64) NOT NULL PRIMARY KEY,
  last_success_ts       INT UNSIGNED NOT NULL DEFAULT 0,
  last_error_ts         INT UNSIGNED NOT NULL DEFAULT 0,
  consecutive_failures  INT UNSIGNED NOT NULL DEFAULT 0,
  last_incomplete_count INT UNSIGNED NOT NULL DEFAULT 0,
  last_error            VARCHAR(255) NULL,
  updated_at            TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS eb_device_groups (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  client_id  INT UNSIGNED NOT NULL,
  name       VARCHAR(100) NOT NULL,
  name_norm  VARCHAR(100) NOT NULL,
  color      VARCHAR(20) DEFAULT NULL,
  icon       VARCHAR(50) DEFAULT NULL,
  sort_order INT UNSIGNED NOT NULL DEFAULT 0,
  created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  UNIQUE KEY idx_client_name (client_id, name_norm),
  KEY idx_client_order (client_id, sort_order)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS eb_device_group_assignments (
  client_id  INT UNSIGNED NOT NULL,
  device_id  VARCHAR(128) NOT NULL,
  group_id   INT UNSIGNED NOT NULL,
  created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (client_id, device_id),
  KEY idx_group (group_id),
  CONSTRAINT fk_ebdga_group FOREIGN KEY (group_id) REFERENCES eb_device_groups (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS eazybackup_trial_verifications (
  id          BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  client_id   INT UNSIGNED NOT NULL,
  email       VARCHAR(255) NOT NULL,
  token       VARCHAR(191) NOT NULL,
  meta        JSON NULL,
  created_at  TIMESTAMP NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at  TIMESTAMP NULL DEFAULT NULL,
  consumed_at TIMESTAMP NULL DEFAULT NULL,
  UNIQUE KEY uq_trial_token (token),
  KEY idx_trial_client (client_id),
  KEY idx_trial_email (email),
  KEY idx_trial_expires (expires_at),
  KEY idx_trial_consumed (consumed_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS eb_notifications_sent (
  id              BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  service_id      INT UNSIGNED NOT NULL,
  client_id       INT UNSIGNED NOT NULL,
  username        VARCHAR(191) NOT NULL,
  category        ENUM('storage','device','addon') NOT NULL,
  threshold_key   VARCHAR(191) NOT NULL,
  template        VARCHAR(191) NOT NULL,
  subject         VARCHAR(255) NOT NULL,
  recipients      TEXT NOT NULL,
  merge_json      JSON NOT NULL,
  email_log_id    INT UNSIGNED NULL,
  status          ENUM('pending','sent','failed') NOT NULL DEFAULT 'pending',
  acknowledged_at DATETIME NULL,
  error           TEXT NULL,
  created_at      TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at      TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  UNIQUE KEY uq_user_cat_key (username, category, threshold_key),
  KEY idx_service_created (service_id, created_at),
  KEY idx_notifications_ack (acknowledged_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS eb_billing_grace (
  id               BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  service_id       INT UNSIGNED NOT NULL DEFAULT 0,
  client_id        INT UNSIGNED NOT NULL DEFAULT 0,
  username         VARCHAR(191) NOT NULL,
  category         ENUM('device','addon') NOT NULL,
  entity_key       VARCHAR(191) NOT NULL,
  quantity         INT NULL,
  first_seen_at    TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  grace_days       INT NOT NULL DEFAULT 0,
  grace_expires_at TIMESTAMP NULL DEFAULT NULL,
  source           VARCHAR(32) NOT NULL DEFAULT 'ws',
  created_at       TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at       TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  UNIQUE KEY uq_grace (username, category, entity_key),
  KEY idx_service (service_id),
  KEY idx_user_cat (username, category)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS eb_client_notify_prefs (
  client_id             INT UNSIGNED NOT NULL PRIMARY KEY,
  notify_storage        TINYINT NOT NULL DEFAULT 1,
  notify_devices        TINYINT NOT NULL DEFAULT 1,
  notify_addons         TINYINT NOT NULL DEFAULT 1,
  routing_policy        VARCHAR(16) NOT NULL DEFAULT 'billing',
  custom_recipients     TEXT NULL,
  show_upcoming_charges TINYINT NOT NULL DEFAULT 1,
  created_at            TIMESTAMP NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at            TIMESTAMP NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  KEY idx_notify_route (routing_policy)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS eb_password_onboarding (
  client_id    INT UNSIGNED NOT NULL PRIMARY KEY,
  must_set     TINYINT NOT NULL DEFAULT 1,
  created_at   TIMESTAMP NULL DEFAULT CURRENT_TIMESTAMP,
  completed_at TIMESTAMP NULL DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS mod_rd_discountConfigOptions (
  id             INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  serviceid      INT NOT NULL,
  configoptionid INT NOT NULL,
  discount_price DECIMAL(10,2) NOT NULL DEFAULT 0,
  price          DECIMAL(10,2) NOT NULL DEFAULT 0,
  created_at     TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at     TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  UNIQUE KEY uniq_service_config (serviceid, configoptionid)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
