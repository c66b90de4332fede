-- How a list looks includes which groups of devices are closed: up to 500 of them.
ALTER TABLE eb_looks MODIFY look VARCHAR(8000) NOT NULL;
