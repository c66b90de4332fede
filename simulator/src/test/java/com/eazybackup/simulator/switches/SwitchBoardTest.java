package com.eazybackup.simulator.switches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.simulator.comet.Switches;
import com.eazybackup.simulator.fleet.Habits;
import org.junit.jupiter.api.Test;

class SwitchBoardTest {

    private final Switches switches = new Switches();
    private final SwitchBoard board = new SwitchBoard(switches, new Habits());

    @Test
    void everyFieldOfBothIsASwitchWithASentenceAndAtLeastTwoPositions() {
        int fields = Switches.class.getFields().length + Habits.class.getFields().length;
        assertThat(board.all()).hasSize(fields);
        assertThat(board.all())
                .allSatisfy(
                        one -> {
                            assertThat(one.sentence()).endsWith(".");
                            assertThat(one.positions()).hasSizeGreaterThan(1);
                            assertThat(one.positions().get(0)).isEqualTo(one.initial());
                        });
    }

    @Test
    void valuesOfEachTypeAreSetByTextAndGoBack() {
        board.named("errorsAsHttpStatus").set("true");
        board.named("unknownUserStatus").set("404");
        board.named("allowListForm").set("JSON_ARRAY");
        board.named("refusalText").set("Go away");
        assertThat(switches.errorsAsHttpStatus).isTrue();
        assertThat(switches.unknownUserStatus).isEqualTo(404);
        assertThat(switches.allowListForm).isEqualTo(Switches.AllowListForm.JSON_ARRAY);
        assertThat(switches.refusalText).isEqualTo("Go away");
        assertThat(board.all().stream().filter(Switch::changed)).hasSize(4);
        board.reset();
        assertThat(board.all()).noneMatch(Switch::changed);
    }

    @Test
    void whatIsNoValueIsRefused() {
        assertThatThrownBy(() -> board.named("errorsAsHttpStatus").set("maybe"))
                .hasMessageContaining("true or false");
        assertThatThrownBy(() -> board.named("allowListForm").set("XML"))
                .hasMessageContaining("one of");
        assertThatThrownBy(() -> board.named("unknownUserStatus").set("many"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> board.named("nothing")).hasMessageContaining("nothing");
    }
}
