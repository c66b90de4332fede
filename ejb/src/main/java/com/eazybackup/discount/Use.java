package com.eazybackup.discount;

import com.eazybackup.usage.AccountFigures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What an option is bought for, and how the portal's own tables measure it. */
public enum Use {
    STORAGE("TB", figures -> tebibytes(figures.storedBytes())),
    DEVICES("devices", figures -> whole(figures.devices())),
    /** Comet does not tell for sure which device is a server. */
    SERVERS("servers", null),
    DISK_IMAGE("devices", figures -> whole(figures.imagedDevices())),
    M365_ACCOUNTS("accounts", figures -> whole(figures.officeAccounts())),
    HYPER_V("guests", figures -> whole(figures.hyperVMachines())),
    PROXMOX("guests", figures -> whole(figures.proxmoxMachines())),
    VMWARE("guests", figures -> whole(figures.vmwareMachines()));

    private static final BigDecimal TEBIBYTE = BigDecimal.valueOf(1L << 40);

    private final String unit;

    @SuppressWarnings("ImmutableEnumChecker") // The functions keep nothing.
    private final Function<AccountFigures, BigDecimal> measure;

    Use(String unit, Function<AccountFigures, BigDecimal> measure) {
        this.unit = unit;
        this.measure = measure;
    }

    /**
     * @param word as {@code EB_OPTION_USES} spells it
     */
    static Optional<Use> of(String word) {
        return Arrays.stream(values()).filter(use -> use.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String unit() {
        return unit;
    }

    /**
     * @return empty where nothing measures it
     */
    Optional<BigDecimal> of(AccountFigures figures) {
        return Optional.ofNullable(measure).map(one -> one.apply(figures));
    }

    private static BigDecimal whole(int count) {
        return BigDecimal.valueOf(count);
    }

    /** Rounded up: what is above a whole number must be seen to be. */
    private static BigDecimal tebibytes(long bytes) {
        BigDecimal exact = BigDecimal.valueOf(bytes).divide(TEBIBYTE, 2, RoundingMode.CEILING);
        return exact.signum() == 0 ? BigDecimal.ZERO : new BigDecimal(plain(exact));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
