package com.eazybackup.comet.browse;

import java.util.List;

/** {@code DispatcherStoredObjectsResponse} of the protocol. */
public record StoredObjects(List<StoredObject> storedObjects) {}
