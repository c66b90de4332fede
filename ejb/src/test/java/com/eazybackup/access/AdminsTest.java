package com.eazybackup.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.testing.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdminsTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final Admins admins = new Admins(DATABASE.source(), new AdminTable(DATABASE.source()));

    @BeforeEach
    void empty() throws SQLException {
        DATABASE.run("DELETE FROM eb_admins");
    }

    @Test
    void theFirstAdminSignsInWithThePasswordOfTheEnvironment() {
        assertThat(admins.addFirst("root@x.example", "Root", "a long password")).isTrue();

        Admins.Answer answer = admins.check("root@x.example", "a long password");
        assertThat(answer.known()).isTrue();
        assertThat(answer.admin()).map(Admins.Admin::name).contains("Root");
        assertThat(admins.check("ROOT@X.example", "a long password").admin()).isPresent();
    }

    @Test
    void aWrongPasswordIsKnownButNobody() {
        admins.addFirst("root@x.example", "Root", "a long password");
        Admins.Answer answer = admins.check("root@x.example", "another");
        assertThat(answer.known()).isTrue();
        assertThat(answer.admin()).isEmpty();
        assertThat(admins.check("other@x.example", "a long password").known()).isFalse();
    }

    @Test
    void thePasswordIsNotInTheTable() throws SQLException {
        admins.addFirst("root@x.example", "Root", "a long password");
        assertThat(DATABASE.rows("SELECT password_hash, role FROM eb_admins"))
                .singleElement()
                .asString()
                .startsWith("pbkdf2-sha256$")
                .endsWith("|super")
                .doesNotContain("a long password");
    }

    @Test
    void whereThereIsAnAdminTheEnvironmentChangesNothing() {
        admins.addFirst("root@x.example", "Root", "a long password");
        assertThat(admins.addFirst("mallory@x.example", "M", "another password")).isFalse();
        assertThat(admins.addFirst("root@x.example", "Root", "another password")).isFalse();
        assertThat(admins.check("root@x.example", "another password").admin()).isEmpty();
    }

    @Test
    void aDisabledAdminIsKnownButNobody() throws SQLException {
        admins.addFirst("root@x.example", "Root", "a long password");
        DATABASE.run("UPDATE eb_admins SET disabled = 1");
        Admins.Answer answer = admins.check("root@x.example", "a long password");
        assertThat(answer.known()).isTrue();
        assertThat(answer.admin()).isEmpty();
    }

    @Test
    void aRoleThatIsNotKnownOpensNothingEither() throws SQLException {
        admins.addFirst("root@x.example", "Root", "a long password");
        DATABASE.run("UPDATE eb_admins SET role = 'gardener'");
        Admins.Answer answer = admins.check("root@x.example", "a long password");
        assertThat(answer.known()).isTrue();
        assertThat(answer.admin()).isEmpty();
    }
}
