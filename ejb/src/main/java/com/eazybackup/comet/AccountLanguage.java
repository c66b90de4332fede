package com.eazybackup.comet;

/** A language of Comet's own software and mails: {@code LanguageCode} of an account. */
public enum AccountLanguage implements CometCode {
    EN_US("en_US"),
    DA_DK("da_DK"),
    DE_DE("de_DE"),
    ES_ES("es_ES"),
    FR_FR("fr_FR"),
    HR_HR("hr_HR"),
    IT_IT("it_IT"),
    NL_NL("nl_NL"),
    PT_BR("pt_BR"),
    PT_PT("pt_PT"),
    RU_RU("ru_RU"),
    HE_IL("he_IL"),
    TH_TH("th_TH"),
    ZH_TW("zh_TW"),
    PL_PL("pl_PL"),
    UK_UA("uk_UA"),
    UNKNOWN(CometCode.NOTHING);

    private static final CodeTable<AccountLanguage> TABLE =
            new CodeTable<>(AccountLanguage.class, UNKNOWN);

    private final String code;

    AccountLanguage(String code) {
        this.code = code;
    }

    /**
     * @return the one of that code, {@link #UNKNOWN} when Comet has a new one
     */
    public static AccountLanguage of(String code) {
        return TABLE.find(code);
    }

    @Override
    public String wire() {
        return code;
    }
}
