-- Ingestion that loses nothing. Each statement may be repeated, for a start after one that failed half-way.

-- What a Comet Server said and the portal could not understand or store. Without secrets.
CREATE TABLE IF NOT EXISTS eb_quarantine (
  id       BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  profile  VARCHAR(64) NOT NULL,
  -- SHA-256 of the frame as it came: the same frame again is counted, not kept twice.
  hash     CHAR(64) NOT NULL,
  reason   VARCHAR(255) NOT NULL,
  frame    MEDIUMTEXT NOT NULL,
  -- Characters, as it came. Of a very long frame only the beginning is kept.
  size     INT UNSIGNED NOT NULL,
  times    INT UNSIGNED NOT NULL DEFAULT 1,
  first_ms BIGINT NOT NULL,
  last_ms  BIGINT NOT NULL,
  -- open, replayed or discarded
  state    VARCHAR(16) NOT NULL DEFAULT 'open',
  state_ms BIGINT NOT NULL,
  UNIQUE KEY uq_quarantine_frame (profile, hash),
  KEY idx_quarantine_state (state, last_ms)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- One row for each time that a Comet Server's lists were read to put the tables right.
CREATE TABLE IF NOT EXISTS eb_catch_ups (
  id          BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  profile     VARCHAR(64) NOT NULL,
  -- connected or requested
  cause       VARCHAR(16) NOT NULL,
  began_ms    BIGINT NOT NULL,
  ended_ms    BIGINT NOT NULL,
  -- Between the newest event that was written and the beginning; NULL when there never was one.
  gap_s       BIGINT NULL,
  users       INT UNSIGNED NOT NULL DEFAULT 0,
  connections INT UNSIGNED NOT NULL DEFAULT 0,
  jobs        INT UNSIGNED NOT NULL DEFAULT 0,
  running     INT UNSIGNED NOT NULL DEFAULT 0,
  -- Rows that were not as the server said, and are now.
  put_right   INT UNSIGNED NOT NULL DEFAULT 0,
  details     VARCHAR(255) NOT NULL DEFAULT '',
  -- complete or failed
  outcome     VARCHAR(16) NOT NULL,
  error       VARCHAR(255) NOT NULL DEFAULT '',
  KEY idx_catch_ups_profile (profile, began_ms)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
