package com.eazybackup.comet.browse;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** {@code Office365ObjectInfo} of the protocol. */
public record OfficeObject(
        @JsonProperty("GUID") String guid,
        String name,
        String type,
        String value,
        List<String> members) {}
