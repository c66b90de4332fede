package com.eazybackup.comet.browse;

import com.fasterxml.jackson.annotation.JsonProperty;

/** {@code SearchResultFileInfo} of the protocol. */
public record FoundFile(
        @JsonProperty("path") String path,
        @JsonProperty("name") String name,
        @JsonProperty("type") String type,
        @JsonProperty("mode") String mode,
        @JsonProperty("mtime") String mtime,
        @JsonProperty("atime") String atime,
        @JsonProperty("ctime") String ctime,
        @JsonProperty("size") long size) {}
