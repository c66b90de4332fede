-- The part of WHMCS's schema that the product reads or writes. WHMCS publishes no DDL: columns are
-- those that are used, types what WHMCS 8 installations show. Default collation: case-insensitive.

CREATE TABLE IF NOT EXISTS tblclients (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  firstname TEXT NOT NULL, lastname TEXT NOT NULL, companyname TEXT NOT NULL, email TEXT NOT NULL,
  currency INT NOT NULL DEFAULT 1, groupid INT NOT NULL DEFAULT 0,
  defaultgateway TEXT, status VARCHAR(10) NOT NULL DEFAULT 'Active',
  datecreated DATE, address1 TEXT, address2 TEXT, city TEXT, state TEXT, postcode TEXT,
  country VARCHAR(2), phonenumber TEXT, notes TEXT, KEY email (email(64))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS tblusers (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  first_name VARCHAR(255) NOT NULL DEFAULT '', last_name VARCHAR(255) NOT NULL DEFAULT '',
  email VARCHAR(255) NOT NULL, created_at TIMESTAMP NULL, password VARCHAR(255) NULL,
  second_factor VARCHAR(255) NOT NULL DEFAULT '',
  UNIQUE KEY email (email(191))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS tblusers_clients (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  auth_user_id INT UNSIGNED NOT NULL, client_id INT UNSIGNED NOT NULL,
  owner TINYINT UNSIGNED NOT NULL DEFAULT 0, permissions TEXT,
  UNIQUE KEY who (auth_user_id, client_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS tbladmins (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  username TEXT NOT NULL, email TEXT NOT NULL, disabled INT NOT NULL DEFAULT 0
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS tblcontacts (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  userid INT NOT NULL, email TEXT NOT NULL, invoiceemails INT NOT NULL DEFAULT 0,
  generalemails INT NOT NULL DEFAULT 0, supportemails INT NOT NULL DEFAULT 0, KEY userid (userid)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS tblclientgroups (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, groupname VARCHAR(45) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS tblhosting (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  userid INT NOT NULL, orderid INT NOT NULL DEFAULT 0, packageid INT NOT NULL,
  server INT NOT NULL DEFAULT 0, regdate DATE NOT NULL, domain TEXT,
  paymentmethod TEXT, amount DECIMAL(16,2) NOT NULL DEFAULT 0.00, billingcycle TEXT NOT NULL,
  nextduedate DATE, nextinvoicedate DATE, domainstatus VARCHAR(20) NOT NULL DEFAULT 'Pending',
  username TEXT NOT NULL, password TEXT NOT NULL, dedicatedip TEXT, suspendreason TEXT,
  KEY serviceid (id), KEY userid (userid), KEY domainstatus (domainstatus)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS tblproducts (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  type TEXT NOT NULL, gid INT NOT NULL, name TEXT NOT NULL, servertype TEXT NOT NULL,
  servergroup INT NOT NULL DEFAULT 0, configoption1 TEXT, KEY gid (gid)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS tblproductgroups (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, name TEXT NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS tblservers (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name TEXT NOT NULL, ipaddress TEXT, hostname TEXT NOT NULL, type TEXT NOT NULL,
  username TEXT NOT NULL, password TEXT NOT NULL, secure TEXT NOT NULL, port INT NULL,
  active INT NOT NULL DEFAULT 1, disabled INT NOT NULL DEFAULT 0
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS tblservergroups (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, name TEXT NOT NULL, filltype INT NOT NULL DEFAULT 1
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS tblservergroupsrel (
  groupid INT NOT NULL, serverid INT NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS tblproductconfiggroups (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, name TEXT NOT NULL, description TEXT
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS tblproductconfigoptions (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, gid INT NOT NULL DEFAULT 0, optionname TEXT NOT NULL,
  optiontype INT NOT NULL, qtyminimum INT NOT NULL DEFAULT 0, qtymaximum INT NOT NULL DEFAULT 0
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS tblproductconfigoptionssub (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, configid INT NOT NULL, optionname TEXT NOT NULL,
  sortorder INT NOT NULL DEFAULT 0, hidden INT NOT NULL DEFAULT 0, KEY configid (configid)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS tblhostingconfigoptions (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, relid INT NOT NULL, configid INT NOT NULL,
  optionid INT NOT NULL, qty INT NOT NULL DEFAULT 0, KEY relid_configid (relid, configid)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS tblpricing (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, type VARCHAR(20) NOT NULL, currency INT NOT NULL,
  relid INT NOT NULL, monthly DECIMAL(16,2) NOT NULL DEFAULT -1, quarterly DECIMAL(16,2) NOT NULL DEFAULT -1,
  semiannually DECIMAL(16,2) NOT NULL DEFAULT -1, annually DECIMAL(16,2) NOT NULL DEFAULT -1,
  biennially DECIMAL(16,2) NOT NULL DEFAULT -1, triennially DECIMAL(16,2) NOT NULL DEFAULT -1,
  KEY what (type, relid, currency)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS tblcurrencies (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, code TEXT NOT NULL, prefix TEXT NOT NULL,
  suffix TEXT, `default` INT NOT NULL DEFAULT 0
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS tblorders (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, ordernum BIGINT NOT NULL, userid INT NOT NULL,
  date DATETIME NOT NULL, amount DECIMAL(16,2) NOT NULL DEFAULT 0.00, status TEXT NOT NULL,
  paymentmethod TEXT, promocode TEXT, invoiceid INT NOT NULL DEFAULT 0
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS tblcustomfields (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, type TEXT NOT NULL, relid INT NOT NULL DEFAULT 0,
  fieldname TEXT NOT NULL, fieldtype TEXT NOT NULL, adminonly TEXT NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS tblcustomfieldsvalues (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, fieldid INT NOT NULL, relid INT NOT NULL,
  value TEXT NOT NULL, KEY fieldid_relid (fieldid, relid)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS tbltickets (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, tid VARCHAR(128) NOT NULL, userid INT NOT NULL,
  date DATETIME NOT NULL, status VARCHAR(64) NOT NULL, title TEXT NOT NULL,
  did INT NOT NULL DEFAULT 0, c VARCHAR(64) NOT NULL DEFAULT '', message TEXT,
  urgency VARCHAR(16) NOT NULL DEFAULT 'Medium', service VARCHAR(100) NOT NULL DEFAULT ''
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS tblemailtemplates (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, type TEXT NOT NULL, name TEXT NOT NULL,
  subject TEXT NOT NULL, message TEXT NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS tbladdonmodules (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, module TEXT NOT NULL, setting TEXT NOT NULL,
  value TEXT NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS tblpaymethods (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, userid INT NOT NULL,
  gateway_name VARCHAR(64) NOT NULL DEFAULT '', payment_type VARCHAR(255) NOT NULL DEFAULT '',
  description VARCHAR(255) NOT NULL DEFAULT '', last_four VARCHAR(4) NOT NULL DEFAULT '',
  deleted_at TIMESTAMP NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS tblnotes (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, userid INT NOT NULL, created DATETIME NOT NULL,
  note TEXT NOT NULL, sticky INT NOT NULL DEFAULT 0, KEY userid (userid)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS tblinvoices (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, userid INT NOT NULL, date DATE, duedate DATE,
  datepaid DATE, total DECIMAL(16,2) NOT NULL DEFAULT 0.00, status TEXT NOT NULL, notes TEXT,
  paymentmethod TEXT, KEY userid (userid)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
