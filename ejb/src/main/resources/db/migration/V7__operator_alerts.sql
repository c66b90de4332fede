-- What the portal's own people should see to. The statement may be repeated, for a start after one that failed half-way.

CREATE TABLE IF NOT EXISTS eb_operator_alerts (
  id          BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  -- Of what it is about: kind and Comet Server.
  fingerprint VARCHAR(160) NOT NULL,
  kind        VARCHAR(64) NOT NULL,
  profile     VARCHAR(64) NOT NULL,
  sentence    VARCHAR(255) NOT NULL,
  -- When it was raised, the last time that it was.
  first_ms    BIGINT NOT NULL,
  -- When it was last found so, to the minute; of a closed one when it was found to be over.
  last_ms     BIGINT NOT NULL,
  -- How often it was raised.
  times       INT UNSIGNED NOT NULL DEFAULT 1,
  -- open or closed
  state       VARCHAR(16) NOT NULL DEFAULT 'open',
  UNIQUE KEY uq_operator_alerts_fingerprint (fingerprint),
  KEY idx_operator_alerts_state (state, first_ms)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
