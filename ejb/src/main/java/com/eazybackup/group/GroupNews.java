package com.eazybackup.group;

import com.eazybackup.fleet.ChangeLog;
import com.eazybackup.fleet.FleetChange;
import com.eazybackup.fleet.FleetChanged;
import com.eazybackup.platform.DatabaseUnavailable;
import com.eazybackup.platform.SqlTable;
import com.eazybackup.whmcs.ClientId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Changes groups, and tells everybody who looks.
 *
 * <p>Guarantee: what is written for one change and the line of the feed that tells of it are one
 * transaction. After it, this node's viewers hear at once.
 */
@ApplicationScoped
class GroupNews {

    private static final String NOTHING_MORE = "{}";

    private SqlTable table;
    private ChangeLog feed;
    private Event<FleetChanged> changed;

    GroupNews() {}

    @Inject
    GroupNews(DataSource database, ChangeLog feed, Event<FleetChanged> changed) {
        this.table = new SqlTable(database, "eb_device_groups");
        this.feed = feed;
        this.changed = changed;
    }

    /**
     * @param work its answer is empty when it has written nothing, and then nobody is told
     * @throws DatabaseUnavailable when the database does not answer
     */
    <T> Optional<T> change(ClientId client, SqlTable.Work<Optional<T>> work) {
        Optional<T> done =
                table.inTransaction(
                        connection -> {
                            Optional<T> written = work.on(connection);
                            if (written.isPresent()) {
                                feed.append(
                                        connection,
                                        List.of(
                                                FleetChange.Draft.of(
                                                        client, FleetChange.GROUPS, NOTHING_MORE)));
                            }
                            return written;
                        });
        if (done.isPresent()) {
            changed.fireAsync(new FleetChanged(0));
        }
        return done;
    }
}
