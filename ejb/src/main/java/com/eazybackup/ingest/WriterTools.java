package com.eazybackup.ingest;

import com.eazybackup.fleet.ChangeLog;
import com.eazybackup.whmcs.ClientResolver;
import java.time.Clock;
import javax.sql.DataSource;

/**
 * What every writer needs, whichever Comet Server it is for.
 *
 * @param debug whether each batch is logged
 */
record WriterTools(
        DataSource database, ChangeLog feed, ClientResolver resolver, Clock clock, boolean debug) {}
