package com.eazybackup.whmcs;

import java.util.List;
import java.util.Map;

/**
 * Services with what they are billed by.
 *
 * @param chosen by service
 * @param catalogue by option, of all options that there are
 * @param choices by option; only where one service was asked for
 */
public record BilledServices(
        List<BilledService> services,
        Map<ServiceId, List<ChosenOption>> chosen,
        Map<Integer, CatalogueOption> catalogue,
        Map<Integer, List<OptionChoice>> choices,
        OptionPrices prices) {

    public List<ChosenOption> chosenBy(ServiceId service) {
        return chosen.getOrDefault(service, List.of());
    }
}
