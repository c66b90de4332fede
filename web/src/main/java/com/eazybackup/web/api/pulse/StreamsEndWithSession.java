package com.eazybackup.web.api.pulse;

import com.eazybackup.access.Caller;
import com.eazybackup.access.ClientSummary;
import com.eazybackup.pulse.PulseHub;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;

/**
 * Ends event streams at once when their session ends, gets another id, or acts for another client.
 *
 * <p>Limit: the server tells the node that ends the session; streams of it on another node end with
 * their next request.
 */
@WebListener
public class StreamsEndWithSession
        implements HttpSessionListener, HttpSessionIdListener, HttpSessionAttributeListener {

    @Inject private PulseHub hub;

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        hub.endSession(event.getSession().getId());
    }

    @Override
    public void sessionIdChanged(HttpSessionEvent event, String oldId) {
        hub.endSession(oldId);
    }

    @Override
    public void attributeReplaced(HttpSessionBindingEvent event) {
        Object now = event.getSession().getAttribute(event.getName());
        if (now instanceof Caller caller) {
            hub.endOtherClients(event.getSession().getId(), caller.chosen().map(ClientSummary::id));
        }
    }

    @Override
    public void attributeRemoved(HttpSessionBindingEvent event) {
        if (event.getValue() instanceof Caller) {
            hub.endSession(event.getSession().getId());
        }
    }
}
