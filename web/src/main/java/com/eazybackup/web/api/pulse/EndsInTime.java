package com.eazybackup.web.api.pulse;

import com.eazybackup.pulse.PulseHub;
import com.eazybackup.pulse.Viewer;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Ends a stream when its time is over; without this the server would make an error of it. */
final class EndsInTime implements AsyncListener {

    private final PulseHub hub;
    private final Viewer viewer;

    EndsInTime(PulseHub hub, Viewer viewer) {
        this.hub = hub;
        this.viewer = viewer;
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        hub.remove(viewer);
        event.getAsyncContext().complete();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        hub.remove(viewer);
    }

    @Override
    public void onError(AsyncEvent event) {
        hub.remove(viewer);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
