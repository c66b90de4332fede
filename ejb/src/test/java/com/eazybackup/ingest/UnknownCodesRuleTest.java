package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.ingest.UnknownCodesRule.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When codes that nobody knows are worth an alert. */
@Tag("fault-07")
class UnknownCodesRuleTest {

    @ParameterizedTest(name = "{1} of {0}: {2}, because {3}")
    @CsvSource({
        "0, 0, LEAVE, nothing has come yet",
        "999, 0, LEAVE, too few to speak against an open alert",
        "1000, 0, CLOSE, a thousand frames are enough",
        "1000, 4, CLOSE, 0.4 %",
        "1000, 5, LEAVE, 0.5 % is not below it",
        "1000, 10, LEAVE, 1 % is not more than that",
        "1000, 11, RAISE, 1.1 %",
        "1000, 20, RAISE, 2 %",
        "10, 10, LEAVE, all of a handful may still be 1 % of a thousand",
        "11, 11, RAISE, they are more than that whatever comes",
        "500, 11, RAISE, the same",
        "500, 10, LEAVE, the same",
        "200000, 2000, LEAVE, 1 %",
        "200000, 2001, RAISE, more than 1 %",
        "200000, 999, CLOSE, less than 0.5 %",
        "200000, 1000, LEAVE, 0.5 %"
    })
    void ofSoManyFramesSoManyAreUnknown(long frames, long unknown, Verdict expected, String why) {
        assertThat(UnknownCodesRule.judge(new IntakeStatus.Codes(frames, unknown, "x")))
                .as(why)
                .isEqualTo(expected);
    }
}
