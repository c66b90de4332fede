-- What a profile says of a user beyond comet_users, and how people like their lists. Each statement may be repeated, for a start after one that failed
-- half-way.

-- Rows have the ids of comet_users. A user that no profile has told since has none: what is not known is not guessed.
CREATE TABLE IF NOT EXISTS eb_user_settings (
  id            VARCHAR(255) NOT NULL PRIMARY KEY,
  -- Whom reports are mailed to: a JSON list.
  emails        MEDIUMTEXT NOT NULL,
  email_reports TINYINT(1) NOT NULL,
  -- Microsoft 365 accounts that may be protected; 0 for no limit.
  m365_quota    INT NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- Columns, rows, density: of one person, for one client. Customers and administrators have numbers of their own, hence the role.
CREATE TABLE IF NOT EXISTS eb_looks (
  role       VARCHAR(16) NOT NULL,
  person_id  INT NOT NULL,
  client_id  INT NOT NULL,
  name       VARCHAR(32) NOT NULL,
  look       VARCHAR(2000) NOT NULL,
  updated_ms BIGINT NOT NULL,
  PRIMARY KEY (role, person_id, client_id, name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
