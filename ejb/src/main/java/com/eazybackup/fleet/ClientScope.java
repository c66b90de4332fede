package com.eazybackup.fleet;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.whmcs.ActiveService;
import com.eazybackup.whmcs.ClientId;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * What one client may see: rows that carry its id and one of the user names of its active services.
 * Every read of the fleet asks for one, so that none can be made without.
 */
public final class ClientScope {

    private final ClientId client;
    private final Map<String, ActiveService> byUsername = new HashMap<>();
    private final Set<String> profiles;

    public ClientScope(ClientId client, List<ActiveService> services) {
        this.client = client;
        for (ActiveService service : services) {
            // The same name on two Comet Servers: the first service answers for it.
            byUsername.putIfAbsent(service.username().value(), service);
        }
        profiles =
                services.stream()
                        .flatMap(service -> service.profile().stream())
                        .map(ProfileName::value)
                        .collect(Collectors.toUnmodifiableSet());
    }

    public ClientId client() {
        return client;
    }

    /**
     * @return the user names, exactly as spelt; empty when no service is active
     */
    public Set<String> usernames() {
        return Set.copyOf(byUsername.keySet());
    }

    /**
     * @return the Comet Servers that the client has services on
     */
    public Set<String> profiles() {
        return profiles;
    }

    public boolean has(String username) {
        return byUsername.containsKey(username);
    }

    public boolean isEmpty() {
        return byUsername.isEmpty();
    }

    /**
     * @return a short text that is another one when something else may be seen; says nothing about
     *     what
     */
    public String mark() {
        CRC32 sum = new CRC32();
        byUsername.values().stream()
                .map(service -> service.id() + " " + service.username() + " " + service.profile())
                .sorted()
                .forEach(line -> sum.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
        return "%08x".formatted(sum.getValue());
    }

    /**
     * @return whether the provider looks after that user's vaults
     */
    public boolean managed(String username) {
        ActiveService service = byUsername.get(username);
        return service != null && service.managed();
    }

    /**
     * @return the service's number, or null when no active service has that name
     */
    public Integer serviceOf(String username) {
        ActiveService service = byUsername.get(username);
        return service == null ? null : service.id().value();
    }

    /**
     * @return the Comet Server of that user, empty when it is not known
     */
    public String profileOf(String username) {
        ActiveService service = byUsername.get(username);
        return service == null ? "" : service.profile().map(ProfileName::value).orElse("");
    }
}
