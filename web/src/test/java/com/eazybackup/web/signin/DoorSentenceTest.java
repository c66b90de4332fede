package com.eazybackup.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.access.oidc.OpenIdOutcome;
import com.eazybackup.platform.Reference;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DoorSentenceTest {

    @Test
    void everyOutcomeHasAnAddressThatTheDoorUnderstands() {
        Reference reference = Reference.next();

        assertThat(DoorSentence.page(new OpenIdOutcome.Refused(Optional.of(reference)), ""))
                .isEqualTo("/signin?provider=refused&reference=" + reference.value());
        assertThat(DoorSentence.page(new OpenIdOutcome.Refused(Optional.empty()), ""))
                .isEqualTo("/signin?provider=refused");
        assertThat(DoorSentence.page(new OpenIdOutcome.Cancelled(), ""))
                .isEqualTo("/signin?provider=cancelled");
        assertThat(DoorSentence.page(new OpenIdOutcome.Stale(), "/status?q=a b"))
                .isEqualTo("/signin?provider=stale&next=%2Fstatus%3Fq%3Da+b");
        assertThat(DoorSentence.page(new OpenIdOutcome.Unreachable(reference), ""))
                .isEqualTo("/signin?provider=unreachable&reference=" + reference.value());
        assertThat(DoorSentence.page(new OpenIdOutcome.TooMany(Duration.ofSeconds(7)), ""))
                .isEqualTo("/signin?provider=too-many&wait=7");
        assertThat(DoorSentence.of("too-many")).contains(DoorSentence.TOO_MANY);
        assertThat(DoorSentence.reference(reference.value())).contains(reference.value());
    }

    @Test
    void whatElseStandsInAnAddressIsNotSaid() {
        assertThat(DoorSentence.of("call 555")).isEmpty();
        assertThat(DoorSentence.of(null)).isEmpty();
        assertThat(DoorSentence.reference("EB-7F3K-20C1 call 555")).isEmpty();
        assertThat(DoorSentence.reference(null)).isEmpty();
    }
}
