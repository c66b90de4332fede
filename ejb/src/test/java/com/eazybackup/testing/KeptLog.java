package com.eazybackup.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What a class logs, kept for a test to look at and kept from the console. */
public final class KeptLog extends Handler implements AutoCloseable {

    private final Logger logger;
    private final SimpleFormatter format = new SimpleFormatter();
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    private KeptLog(Class<?> of) {
        logger = Logger.getLogger(of.getName());
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    public static KeptLog of(Class<?> type) {
        return new KeptLog(type);
    }

    /**
     * @return the sentences that an operator would read: those of INFO and above
     */
    public List<String> lines() {
        return records.stream()
                .filter(record -> record.getLevel().intValue() >= Level.INFO.intValue())
                .map(format::formatMessage)
                .toList();
    }

    @Override
    public void publish(LogRecord record) {
        records.add(record);
    }

    /** Nothing is held back. */
    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
    }
}
