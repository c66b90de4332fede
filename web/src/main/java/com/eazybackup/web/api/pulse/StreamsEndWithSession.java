package com.eazybackup.web.api.pulse;

import com.eazybackup.access.Caller;
import com.eazybackup.access.ClientSummary;
import com.eazybackup.access.Sessions;
import com.eazybackup.pulse.PulseHub;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;

/**
 * Ends event streams when their session ends, or acts for another client: at once when this node's
 * container ends it, and when it was ended elsewhere as soon as this node knows.
 */
@WebListener
public class StreamsEndWithSession implements HttpSessionAttributeListener, ServletContextListener {

    @Inject private PulseHub hub;
    @Inject private Sessions sessions;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        sessions.whenEnded(ids -> ids.forEach(hub::endSession));
    }

    @Override
    public void attributeReplaced(HttpSessionBindingEvent event) {
        if (event.getValue() instanceof Caller before) {
            Object now = event.getSession().getAttribute(event.getName());
            if (now instanceof Caller caller && caller.pass().id().equals(before.pass().id())) {
                hub.endOtherClients(caller.pass().key(), caller.chosen().map(ClientSummary::id));
            } else {
                hub.endSession(before.pass().key());
            }
        }
    }

    /** Also called for each attribute of a session that ends, by its silence too. */
    @Override
    public void attributeRemoved(HttpSessionBindingEvent event) {
        if (event.getValue() instanceof Caller caller) {
            hub.endSession(caller.pass().key());
            sessions.lapsed(caller);
        }
    }
}
