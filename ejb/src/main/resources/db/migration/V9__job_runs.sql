-- What the portal's own jobs did. The statement may be repeated, for a start after one that failed half-way.

CREATE TABLE IF NOT EXISTS eb_job_runs (
  id           BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  job          VARCHAR(64) NOT NULL,
  -- Number in the batch repository; NULL of one that was skipped.
  execution    BIGINT NULL,
  -- When the schedule wanted it: of all nodes the first one takes it. NULL when no schedule did.
  due_ms       BIGINT NULL,
  -- schedule, requested or caught-up
  cause        VARCHAR(16) NOT NULL,
  dry_run      TINYINT(1) NOT NULL DEFAULT 0,
  node         VARCHAR(255) NOT NULL,
  began_ms     BIGINT NOT NULL,
  ended_ms     BIGINT NULL,
  -- running, completed, suspicious, failed, stopped or skipped
  outcome      VARCHAR(16) NOT NULL,
  done         BIGINT NOT NULL DEFAULT 0,
  total        BIGINT NULL,
  processed    BIGINT NOT NULL DEFAULT 0,
  skipped      BIGINT NOT NULL DEFAULT 0,
  repaired     BIGINT NOT NULL DEFAULT 0,
  sentence     VARCHAR(255) NOT NULL DEFAULT '',
  error        VARCHAR(255) NOT NULL DEFAULT '',
  -- Skips by reason, repairs by kind, Comet Servers one by one; JSON.
  details      MEDIUMTEXT NULL,
  -- The run that this one goes on with.
  restart_of   BIGINT UNSIGNED NULL,
  -- How often in a row it was restarted without anybody asking.
  restarts     INT UNSIGNED NOT NULL DEFAULT 0,
  confirmed_ms BIGINT NULL,
  UNIQUE KEY uq_job_runs_due (job, due_ms),
  KEY idx_job_runs_job (job, id),
  KEY idx_job_runs_outcome (outcome),
  KEY idx_job_runs_began (began_ms)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
