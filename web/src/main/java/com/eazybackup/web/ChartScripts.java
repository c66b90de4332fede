package com.eazybackup.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;

/**
 * The scripts behind {@code p:chart}. PrimeFaces puts them into the head, where a page would wait
 * for them before it shows anything; here the page's module gets their addresses and asks for them
 * when a chart has something to show ({@code chartScripts.js}).
 *
 * <p>Limit: for pages that have no other component of PrimeFaces.
 */
@Named
@ApplicationScoped
public class ChartScripts {

    private static final String LIBRARY = "primefaces";

    /** In the order in which they build on each other. */
    private static final List<String> NEEDED =
            List.of("jquery/jquery.js", "core.js", "chart/chart.js");

    /**
     * Other widgets, and dates on an axis: the half of it all, and nothing that a chart here has.
     */
    private static final List<String> LEFT_OUT = List.of("components.js", "moment/moment.js");

    /** Before the page is written. */
    public void keepOutOfHead() {
        FacesContext faces = FacesContext.getCurrentInstance();
        Stream.concat(NEEDED.stream(), LEFT_OUT.stream())
                .forEach(name -> resources(faces).markResourceRendered(faces, name, LIBRARY));
    }

    /**
     * @return in the order in which they must run
     */
    public List<String> getAddresses() {
        ResourceHandler resources = resources(FacesContext.getCurrentInstance());
        return NEEDED.stream()
                .map(name -> resources.createResource(name, LIBRARY).getRequestPath())
                .toList();
    }

    private static ResourceHandler resources(FacesContext faces) {
        return faces.getApplication().getResourceHandler();
    }
}
