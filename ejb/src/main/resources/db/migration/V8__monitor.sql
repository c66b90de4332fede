-- What the portal looks after by the clock: who is connected, and jobs that have stalled. The statements may be repeated, for a start after one that failed half-way.

-- Devices that are shown online and were missing in the last list of connections. Survives a restart, so that a device is offline when it is
-- missing for the second time, whoever looks.
CREATE TABLE IF NOT EXISTS eb_device_strikes (
  profile    VARCHAR(64) NOT NULL,
  -- comet_devices.id
  device_key VARCHAR(255) NOT NULL,
  strikes    SMALLINT UNSIGNED NOT NULL,
  last_ms    BIGINT NOT NULL,
  PRIMARY KEY (profile, device_key)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- The last heartbeat of each Comet Server, on whichever node.
CREATE TABLE IF NOT EXISTS eb_heartbeats (
  profile         VARCHAR(64) NOT NULL PRIMARY KEY,
  began_ms        BIGINT NOT NULL,
  took_ms         BIGINT NOT NULL,
  connections     INT UNSIGNED NOT NULL,
  connected_users INT UNSIGNED NOT NULL,
  users           INT UNSIGNED NOT NULL,
  devices         INT UNSIGNED NOT NULL,
  online          INT UNSIGNED NOT NULL,
  came            INT UNSIGNED NOT NULL,
  went            INT UNSIGNED NOT NULL,
  deferred        INT UNSIGNED NOT NULL,
  -- complete, failed or refused
  outcome         VARCHAR(16) NOT NULL,
  error           VARCHAR(255) NOT NULL,
  -- How many times in a row the list was too short to be believed.
  doubted         INT UNSIGNED NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS eb_monitor_runs (
  id              BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  profile         VARCHAR(64) NOT NULL,
  mode            VARCHAR(16) NOT NULL,
  -- schedule or requested
  cause           VARCHAR(16) NOT NULL,
  dry_run         TINYINT(1) NOT NULL,
  began_ms        BIGINT NOT NULL,
  -- NULL while it runs
  ended_ms        BIGINT NULL,
  -- running, complete or failed
  outcome         VARCHAR(16) NOT NULL,
  error           VARCHAR(255) NOT NULL DEFAULT '',
  -- How many jobs of each kind, as the API tells them.
  figures         JSON NULL,
  -- One entry for each job that was more than waited for.
  job_lines       JSON NULL,
  KEY idx_monitor_runs_profile (profile, id),
  KEY idx_monitor_runs_began (began_ms)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
