package com.eazybackup.comet.device;

import com.fasterxml.jackson.annotation.JsonProperty;

/** {@code DispatchWithJobIDResponse} of the protocol. */
public record JobTaken(@JsonProperty("JobID") String jobId) {}
