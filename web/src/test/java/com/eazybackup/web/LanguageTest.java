package com.eazybackup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LanguageTest {

    @Test
    void theFirstLanguageThatThePagesSpeakIsTaken() {
        assertThat(Language.best(List.of(Locale.GERMAN, Locale.FRANCE, Locale.ENGLISH)))
                .isEqualTo(Language.FRENCH);
    }

    @Test
    void whoWantsNoneOfThemGetsEnglish() {
        assertThat(Language.best(List.of(Locale.GERMAN))).isEqualTo(Language.ENGLISH);
    }

    @Test
    void anUnknownTagIsNoLanguage() {
        assertThat(Language.ofTag("xx")).isEmpty();
        assertThat(Language.ofTag(null)).isEmpty();
        assertThat(Language.ofTag("FR-ca")).contains(Language.FRENCH);
    }
}
