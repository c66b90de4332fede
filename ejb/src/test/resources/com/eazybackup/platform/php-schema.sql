-- What the PHP system leaves behind, with the flaws that the corrections are for. Facts only: columns, keys, a few rows.
CREATE TABLE comet_devices (
  id VARCHAR(255) NOT NULL, client_id INT NULL, username VARCHAR(255) NULL, hash VARCHAR(255) NOT NULL, content JSON NULL,
  name VARCHAR(255) NULL, platform_os VARCHAR(32) NOT NULL DEFAULT '', platform_arch VARCHAR(32) NOT NULL DEFAULT '',
  is_active TINYINT(1) NOT NULL DEFAULT 0, created_at TIMESTAMP NULL,
  updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, revoked_at TIMESTAMP NULL,
  PRIMARY KEY (hash), UNIQUE KEY comet_devices_hash_client_id_unique (hash, client_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
INSERT INTO comet_devices (id, client_id, username, hash, name) VALUES
  ('abc123', 42, 'acme', 'abc123', 'RAW-ID'),
  (SHA2(CONCAT(43, 'def456'), 256), 43, 'other', 'def456', 'RIGHT-ID'),
  ('nobody1', 0, 'lost', 'nobody1', 'CLIENT-ZERO'),
  ('nobody2', NULL, 'lost', 'nobody2', 'NO-CLIENT');
CREATE TABLE comet_items (
  id CHAR(36) NOT NULL PRIMARY KEY, client_id INT NOT NULL, username VARCHAR(255) NULL, content JSON NOT NULL,
  comet_device_id VARCHAR(255) NOT NULL, owner_device VARCHAR(255) NULL, name VARCHAR(255) NOT NULL, type VARCHAR(255) NOT NULL,
  total_bytes BIGINT NULL, total_files BIGINT NULL, total_directories BIGINT NULL, created_at TIMESTAMP NULL, updated_at TIMESTAMP NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
CREATE TABLE comet_vaults (
  id CHAR(36) NOT NULL PRIMARY KEY, client_id INT NOT NULL, username VARCHAR(255) NULL, content JSON NOT NULL,
  name VARCHAR(255) NOT NULL, type SMALLINT NOT NULL, total_bytes BIGINT NULL, bucket_server VARCHAR(255) NOT NULL,
  bucket_name VARCHAR(255) NOT NULL, bucket_key VARCHAR(255) NOT NULL, has_storage_limit TINYINT(1) NOT NULL,
  storage_limit_bytes BIGINT NOT NULL, is_active TINYINT(1) NOT NULL DEFAULT 1, created_at TIMESTAMP NULL,
  updated_at TIMESTAMP NULL, removed_at TIMESTAMP NULL, last_success_at TIMESTAMP NULL, last_error TEXT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
INSERT INTO comet_vaults (id, client_id, username, content, name, type, bucket_server, bucket_name, bucket_key, has_storage_limit, storage_limit_bytes) VALUES
  ('c3d9a6b2-1111-4e1c-8a51-7f1f3f5e0b01', 42, 'acme', '{"Description":"Cloud vault","CometBucketKey":"top-secret-1","S3SecretKey":"top-secret-2","B2":{"Key":"top-secret-3"}}', 'Cloud vault', 1003, 's', 'b', 'top-secret-4', 0, 0);
CREATE TABLE eb_event_cursor (
  source VARCHAR(64) PRIMARY KEY, last_ts INT UNSIGNED NOT NULL DEFAULT 0, last_id VARCHAR(128) NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
CREATE TABLE eb_jobs_live (
  server_id VARCHAR(64) NOT NULL, job_id VARCHAR(128) NOT NULL, username VARCHAR(255) NOT NULL DEFAULT '', device VARCHAR(255) NOT NULL DEFAULT '',
  job_type VARCHAR(80) NOT NULL DEFAULT '', started_at INT UNSIGNED NOT NULL, bytes_done BIGINT UNSIGNED NOT NULL DEFAULT 0,
  throughput_bps BIGINT UNSIGNED NOT NULL DEFAULT 0, last_update INT UNSIGNED NOT NULL, last_bytes BIGINT UNSIGNED NOT NULL DEFAULT 0,
  last_bytes_ts INT UNSIGNED NOT NULL DEFAULT 0, cancel_attempts TINYINT UNSIGNED NOT NULL DEFAULT 0, last_checked_ts INT UNSIGNED NOT NULL DEFAULT 0,
  PRIMARY KEY (server_id, job_id), KEY idx_started_at (started_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
CREATE TABLE eb_jobs_recent_24h (
  server_id VARCHAR(64) NOT NULL, job_id VARCHAR(64) NOT NULL, username VARCHAR(255) NOT NULL DEFAULT '', device VARCHAR(255) NOT NULL DEFAULT '',
  job_type VARCHAR(64) NOT NULL DEFAULT '', status VARCHAR(16) NOT NULL DEFAULT 'success', bytes BIGINT UNSIGNED NOT NULL DEFAULT 0,
  duration_sec INT UNSIGNED NOT NULL DEFAULT 0, ended_at INT UNSIGNED NOT NULL DEFAULT 0, PRIMARY KEY (server_id, job_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
INSERT INTO eb_jobs_recent_24h (server_id, job_id, status) VALUES ('obc', 'j1', 'abandoned'), ('obc', 'j2', 'success');
CREATE TABLE eb_device_groups (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, client_id INT NOT NULL, name VARCHAR(191) NOT NULL, name_norm VARCHAR(191) NOT NULL,
  color VARCHAR(32) NULL, icon VARCHAR(32) NULL, sort_order INT NOT NULL DEFAULT 0, created_at TIMESTAMP NULL,
  updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, UNIQUE KEY uniq_client_group_name (client_id, name_norm)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
CREATE TABLE eb_device_group_assignments (
  client_id INT NOT NULL, device_id VARCHAR(255) NOT NULL, group_id BIGINT UNSIGNED NULL,
  updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, PRIMARY KEY (client_id, device_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
INSERT INTO eb_device_groups (id, client_id, name, name_norm) VALUES (1, 42, 'ACME', 'acme');
INSERT INTO eb_device_group_assignments (client_id, device_id, group_id) VALUES (42, '78b3d0e2', 1), (42, 'ungrouped', NULL), (42, 'orphan', 99);
CREATE TABLE mod_rd_discountConfigOptions (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, serviceid INT NOT NULL, configoptionid INT NOT NULL,
  discount_price DOUBLE(8,2) NOT NULL DEFAULT 0, price DOUBLE(8,2) NOT NULL DEFAULT 0,
  created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
INSERT INTO mod_rd_discountConfigOptions (serviceid, configoptionid, discount_price) VALUES (7, 67, 1.10), (7, 67, 1.20);
