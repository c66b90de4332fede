package com.eazybackup.monitor;

import com.eazybackup.platform.OutageLog;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.sql.SQLException;

/** Keeps the {@link MonitorBoard} some seconds old at most. */
@Singleton
@Startup
@DependsOn("ShiftSupervisor")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class BoardWatch {

    private static final Logger LOG = System.getLogger(BoardWatch.class.getName());

    private final OutageLog trouble = new OutageLog(LOG, "The runs of all nodes cannot be read");

    @Inject MonitorBoard board;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void look() {
        try {
            board.look();
            trouble.well();
        } catch (SQLException e) {
            // It is read again the next time.
            trouble.failed(e);
        }
    }
}
