package com.eazybackup.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Everything under {@code /api}; the contract is what {@code GET /api/openapi} says. */
@ApplicationPath("/api")
public class PortalApi extends Application {}
