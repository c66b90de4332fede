package com.eazybackup.comet.browse;

import com.fasterxml.jackson.annotation.JsonProperty;

/** {@code StoredObject} of the protocol. */
public record StoredObject(
        @JsonProperty("name") String name,
        @JsonProperty("mtime") long mtime,
        @JsonProperty("type") String type,
        @JsonProperty("subtree") String subtree,
        @JsonProperty("size") long size,
        @JsonProperty("dname") String dname,
        @JsonProperty("itemClass") String itemClass,
        @JsonProperty("from") String from,
        @JsonProperty("to") String to,
        @JsonProperty("rtime") long rtime,
        @JsonProperty("has_attachments") boolean hasattachments,
        @JsonProperty("stime") long stime,
        @JsonProperty("etime") long etime,
        @JsonProperty("r") boolean r,
        @JsonProperty("f") long f,
        @JsonProperty("b") long b,
        @JsonProperty("d") long d) {}
