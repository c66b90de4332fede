package com.eazybackup.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchedWordsTest {

    private static final String LAPTOP =
            SearchedText.of("NORS-Laptop-07", "northgate-school", "Windows 11", "24.3.1");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "laptop",
                "LAP north",
                "north lap",
                "  north   lap  ",
                "north\u00a0lap",
                "windows 24.3",
                "nörth",
                "\"windows 11\"",
                "north \"Windows 11\" lap",
                "\"windows\t 1",
                "\"\" lap \"",
                "lap\"north\"",
                "11 11 11"
            })
    void allWordsAreInItInAnyOrderAndInAnyCase(String words) {
        assertThat(SearchedWords.of(words).in(LAPTOP)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "south",
                "north south",
                "laptop-07northgate",
                "07\nnorthgate x",
                "\"11 windows\"",
                "\"north lap\"",
                "\"school windows\""
            })
    void oneWordThatIsNotInItIsEnough(String words) {
        assertThat(SearchedWords.of(words).in(LAPTOP)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Front  desk",
                "Front\u00a0desk",
                " front\tdesk ",
                "Front desk",
                "FRONT\ndesk"
            })
    void spacesOfAnyKindAndNumberAreOne(String name) {
        SearchedWords words = SearchedWords.of("\"front \u2003desk\"");

        assertThat(words.in(SearchedText.of(name))).isTrue();
        assertThat(words.in(SearchedText.of("front", "desk"))).isFalse();
        assertThat(SearchedWords.of('"' + name + '"').in(SearchedText.of("front desk"))).isTrue();
        assertThat(words.nearest(List.of("front desk 2", name), UnaryOperator.identity(), 1))
                .containsExactly(name);
    }

    @Test
    void quotationMarksAloneAreNoWord() {
        assertThat(SearchedWords.of("\" \" \"").isEmpty()).isTrue();
        assertThat(SearchedWords.of("\"a").isEmpty()).isFalse();
    }

    @Test
    void whatIsCalledSoComesFirst() {
        List<String> names = List.of("a web", "b web 2", "WEB", "web 1", "wéb 0", "other");

        assertThat(SearchedWords.of("web").nearest(names, UnaryOperator.identity(), 9))
                .containsExactly("WEB", "web 1", "wéb 0", "a web", "b web 2", "other");
        assertThat(SearchedWords.of("web  ").nearest(names, UnaryOperator.identity(), 2))
                .containsExactly("WEB", "web 1");
        assertThat(SearchedWords.of(" WEB\t1 ").nearest(names, UnaryOperator.identity(), 1))
                .containsExactly("web 1");
        assertThat(SearchedWords.of("\"web 1\"").nearest(names, UnaryOperator.identity(), 1))
                .containsExactly("web 1");
    }
}
