-- The portal's own tables. Each statement may be repeated, for a start after one that failed half-way.

-- The order of commits: see ChangeLog.
CREATE TABLE IF NOT EXISTS eb_change_seq (
  one     TINYINT NOT NULL PRIMARY KEY,
  last_id BIGINT NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

INSERT IGNORE INTO eb_change_seq (one, last_id) VALUES (1, 0);

CREATE TABLE IF NOT EXISTS eb_changes (
  id        BIGINT NOT NULL PRIMARY KEY,
  client_id INT NOT NULL,
  kind      VARCHAR(24) NOT NULL,
  body      LONGTEXT NOT NULL,
  at_ms     BIGINT NOT NULL,
  KEY idx_changes_at (at_ms),
  -- One client's changes after an id: a viewer that was away longer than the tail remembers.
  KEY idx_changes_client (client_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS eb_stream_state (
  profile       VARCHAR(64) NOT NULL PRIMARY KEY,
  name          VARCHAR(255) NOT NULL,
  state         VARCHAR(16) NOT NULL,
  since_ms      BIGINT NOT NULL,
  last_frame_ms BIGINT NOT NULL DEFAULT 0,
  reason        VARCHAR(255) NOT NULL DEFAULT '',
  updated_ms    BIGINT NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS eb_admins (
  id            INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  email         VARCHAR(191) NOT NULL,
  name          VARCHAR(191) NOT NULL,
  password_hash VARCHAR(255) NOT NULL,
  role          VARCHAR(16) NOT NULL,
  disabled      TINYINT(1) NOT NULL DEFAULT 0,
  created_at    TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at    TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  UNIQUE KEY uq_admins_email (email)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- Who did what: actor (customer's or admin's e-mail), as which client, action, on what, with what result.
CREATE TABLE IF NOT EXISTS eb_audit (
  id        BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  at_ms     BIGINT NOT NULL,
  actor     VARCHAR(255) NOT NULL,
  role      VARCHAR(16) NOT NULL,
  client_id INT NULL,
  action    VARCHAR(64) NOT NULL,
  target    VARCHAR(255) NOT NULL DEFAULT '',
  result    VARCHAR(32) NOT NULL,
  reference VARCHAR(32) NOT NULL DEFAULT '',
  address   VARCHAR(64) NOT NULL DEFAULT '',
  KEY idx_audit_client (client_id, at_ms),
  KEY idx_audit_at (at_ms)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
