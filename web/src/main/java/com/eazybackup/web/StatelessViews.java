package com.eazybackup.web;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;

/**
 * Pages keep nothing on the server, from the very beginning of a request: none can expire while it
 * lies open, and a visitor who only looks at the door costs no session. The attribute {@code
 * transient} of the page template says the same, but only after PrimeFaces has asked the view where
 * to keep its nonce.
 */
public class StatelessViews extends ViewHandlerWrapper {

    public StatelessViews(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public UIViewRoot createView(FacesContext context, String viewId) {
        UIViewRoot view = super.createView(context, viewId);
        view.setTransient(true);
        return view;
    }
}
