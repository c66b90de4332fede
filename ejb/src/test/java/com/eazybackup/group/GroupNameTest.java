package com.eazybackup.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupNameTest {

    @Test
    void whiteSpaceAroundItIsGoneAndARunOfItInsideIsOneSpace() {
        assertThat(new GroupName("\u00a0\t Dr.\u2003\u2028 \r\nChen\u3000").value())
                .isEqualTo("Dr. Chen");
    }

    @Test
    void caseMakesNoOtherName() {
        assertThat(new GroupName("ÉCOLE Nord").norm()).isEqualTo("école nord");
        assertThat(new GroupName("I").norm()).as("in no language's own way").isEqualTo("i");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0\u2003\t\n", "\u200b\u200e", "\u202e \u202c"})
    void whatShowsNothingIsNoName(String text) {
        assertThatThrownBy(() -> new GroupName(text))
                .isInstanceOf(GroupRefused.class)
                .hasMessage("A group needs a name.");
    }

    @Test
    void nothingIsNoName() {
        assertThatThrownBy(() -> new GroupName(null))
                .isInstanceOf(GroupRefused.class)
                .hasMessage("A group needs a name.");
    }

    @Test
    void aHundredCharactersAreCountedAsTheColumnDoes() {
        assertThat(new GroupName("x".repeat(100)).value()).hasSize(100);
        assertThat(new GroupName(" " + "🖥".repeat(100) + " ").value()).isEqualTo("🖥".repeat(100));
        assertTooLong("x".repeat(101));
        assertTooLong("🖥".repeat(101));
    }

    /** In lower case it is two: an i, and the dot over it. */
    @Test
    void itIsNotTooLongInLowerCaseEither() {
        assertThat(new GroupName("İ".repeat(50)).norm()).hasSize(100);
        assertTooLong("İ".repeat(51));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007", "\u001b[31mred", "half \ud83d of one"})
    void whatNobodyCanReadIsRefused(String text) {
        assertThatThrownBy(() -> new GroupName(text))
                .isInstanceOf(GroupRefused.class)
                .hasMessage("A group's name has no control characters.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<img src=x onerror=alert(1)>", "#{7*7}", "'; --", "\u202eabc", "0"})
    void anyOtherTextIsAName(String text) {
        assertThat(new GroupName(text).value()).isEqualTo(text);
    }

    @Test
    void coloursAndPicturesAreOfAListAndSpeltAsItSpellsThem() {
        assertThat(GroupColor.named("slate")).isEqualTo(GroupColor.SLATE);
        assertThat(GroupIcon.named("laptop")).isEqualTo(GroupIcon.LAPTOP);
        assertThatThrownBy(() -> GroupColor.named("Slate"))
                .hasMessage(
                        "color is one of blue, teal, green, lime, amber, orange, red, pink, violet,"
                                + " slate.");
        assertThatThrownBy(() -> GroupIcon.named("#fff"))
                .hasMessage(
                        "icon is one of folder, building, home, server, laptop, shop, health,"
                                + " school.");
    }

    private static void assertTooLong(String text) {
        assertThatThrownBy(() -> new GroupName(text))
                .isInstanceOf(GroupRefused.class)
                .hasMessage("A group's name has at most 100 characters.");
    }
}
