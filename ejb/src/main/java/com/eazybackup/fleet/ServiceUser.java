package com.eazybackup.fleet;

import com.eazybackup.comet.CometUsername;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.whmcs.ServiceId;
import java.util.Optional;

/**
 * A service of a client and the Comet user that it is.
 *
 * @param profile the Comet Server that it lives on; empty when its product names no server group
 */
public record ServiceUser(ServiceId id, CometUsername username, Optional<ProfileName> profile) {}
