package com.eazybackup.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.access.Action;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrailWordsTest {

    /** Repair: add js.trail.action.(its code) to both bundles. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void everyActionHasWords(Language language) {
        ResourceBundle bundle = ResourceBundle.getBundle(PageTexts.BUNDLE, language.locale());
        for (Action action : Action.values()) {
            assertThat(bundle.containsKey(TrailWords.ACTION + action.code()))
                    .as(action.code())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsOfAnotherVersionIsShownAsItStands(Language language) {
        TrailWords words = new TrailWords(language.locale());
        assertThat(words.action("restore.begin")).isEqualTo("restore.begin");
        assertThat(words.result("half-done")).isEqualTo("half-done");
        assertThat(words.action("sign-in")).isNotEqualTo("sign-in");
        assertThat(words.support("Acme")).contains("Acme");
    }
}
