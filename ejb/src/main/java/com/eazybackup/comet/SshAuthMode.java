package com.eazybackup.comet;

/** How a hypervisor or database is signed in to over SSH: {@code SSHAuthMode}. */
public enum SshAuthMode implements CometCode {
    PASSWORD(1),
    PRIVATE_KEY(2),
    UNKNOWN(CometCode.NONE);

    private static final CodeTable<SshAuthMode> TABLE = new CodeTable<>(SshAuthMode.class, UNKNOWN);

    private final int code;

    SshAuthMode(int code) {
        this.code = code;
    }

    /**
     * @return the one of that code, {@link #UNKNOWN} when Comet has a new one
     */
    public static SshAuthMode of(int code) {
        return TABLE.find(code);
    }

    public int code() {
        return code;
    }

    @Override
    public String wire() {
        return Integer.toString(code);
    }
}
