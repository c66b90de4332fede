-- Option discounts: who changed prices and amounts of a service, and what the portal wrote last.

CREATE TABLE IF NOT EXISTS eb_discount_services (
  serviceid INT NOT NULL PRIMARY KEY,
  -- What the portal knows WHMCS to ask; NULL until it wrote or saw it. Also the row that is locked.
  amount DECIMAL(16,2) NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS eb_discount_history (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  serviceid INT NOT NULL,
  kind VARCHAR(8) NOT NULL,
  state VARCHAR(8) NOT NULL,
  -- The service while nobody knows how it ended: one at a time.
  pending_of INT NULL,
  -- From when on somebody who looks may ask WHMCS how it ended.
  settle_ms BIGINT NULL,
  at_ms BIGINT NOT NULL,
  who VARCHAR(255) NOT NULL,
  who_email VARCHAR(255) NOT NULL,
  amount_before DECIMAL(16,2) NULL,
  amount_after DECIMAL(16,2) NULL,
  -- The entry that this one is shown within, and those that took it back or are taken back by it.
  part_of BIGINT NULL,
  undoes BIGINT NULL,
  undone_by BIGINT NULL,
  -- What the amount was made of, as JSON.
  breakdown MEDIUMTEXT NULL,
  UNIQUE KEY one_pending (pending_of),
  KEY of_service (serviceid, at_ms)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS eb_discount_changes (
  history_id BIGINT NOT NULL,
  what VARCHAR(8) NOT NULL,
  configoptionid INT NOT NULL,
  name VARCHAR(255) NOT NULL,
  value_before DECIMAL(16,2) NULL,
  value_after DECIMAL(16,2) NULL,
  PRIMARY KEY (history_id, what, configoptionid)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
