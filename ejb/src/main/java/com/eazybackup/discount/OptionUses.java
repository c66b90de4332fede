package com.eazybackup.discount;

import com.eazybackup.platform.Setting;
import com.eazybackup.platform.Settings;
import com.eazybackup.usage.AccountFigures;
import com.eazybackup.usage.AccountKey;
import com.eazybackup.usage.AccountUse;
import com.eazybackup.whmcs.BilledService;
import com.eazybackup.whmcs.ChosenOption;
import com.eazybackup.whmcs.ServiceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What of the options that a service pays for is used, by {@code EB_OPTION_USES}.
 *
 * <p>Limits: only of a service that has an account and is not over. Nothing tells servers from
 * other devices, so devices are held against what is paid for both.
 */
@ApplicationScoped
class OptionUses {

    private final Map<Integer, Use> uses = new HashMap<>();
    private AccountUse accounts;

    OptionUses() {}

    @Inject
    OptionUses(AccountUse accounts, Settings settings) {
        this.accounts = accounts;
        settings.pairs(Setting.EB_OPTION_USES)
                .forEach(
                        (option, word) ->
                                Use.of(word)
                                        .ifPresent(use -> uses.put(Integer.valueOf(option), use)));
    }

    /**
     * What an option's use comes to.
     *
     * @param unbilled whole units above what is paid; 0 for none
     * @param at when it was measured; empty when nobody knows, as of what is counted from rows
     */
    record Used(Use use, BigDecimal amount, BigDecimal unbilled, Optional<Instant> at) {}

    /** Three statements, however many services there are. */
    Map<ServiceId, AccountFigures> figures(Collection<BilledService> services) {
        List<BilledService> running = services.stream().filter(BilledService::runs).toList();
        Map<AccountKey, AccountFigures> measured =
                accounts.of(running.stream().map(OptionUses::account).distinct().toList());
        return running.stream()
                .collect(
                        Collectors.toMap(
                                BilledService::id, service -> measured.get(account(service))));
    }

    private static AccountKey account(BilledService service) {
        return new AccountKey(service.client(), service.username());
    }

    /**
     * @param figures null for a service that has none
     * @return empty where nothing measures it
     */
    Optional<Used> of(ChosenOption option, List<ChosenOption> all, AccountFigures figures) {
        Use use = uses.get(option.configId());
        if (use == null || figures == null) {
            return Optional.empty();
        }
        return use.of(figures)
                .map(
                        amount ->
                                new Used(
                                        use,
                                        amount,
                                        amount.setScale(0, RoundingMode.CEILING)
                                                .subtract(paid(use, option, all))
                                                .max(BigDecimal.ZERO),
                                        use == Use.STORAGE
                                                ? figures.storedAt()
                                                : Optional.empty()));
    }

    private BigDecimal paid(Use use, ChosenOption option, List<ChosenOption> all) {
        long paid = Math.max(0, option.quantity());
        if (use == Use.DEVICES) {
            paid +=
                    all.stream()
                            .filter(one -> uses.get(one.configId()) == Use.SERVERS)
                            .mapToLong(one -> Math.max(0, one.quantity()))
                            .sum();
        }
        return BigDecimal.valueOf(paid);
    }
}
