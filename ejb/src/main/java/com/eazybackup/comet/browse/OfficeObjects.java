package com.eazybackup.comet.browse;

import java.util.List;

/** {@code BrowseOffice365ObjectsResponse} of the protocol. */
public record OfficeObjects(List<OfficeObject> objects) {}
