package com.eazybackup.access;

import com.eazybackup.whmcs.ClientId;
import java.io.Serializable;

/** A client that a caller may act for, as the chooser shows it. */
public record ClientSummary(ClientId id, String name) implements Serializable {}
