package com.eazybackup.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.testing.TestDatabase;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PortionsTest {

    @Test
    void manyRowsAreDeletedAFewAtATimeAndItEndsWhenAsked() throws Exception {
        TestDatabase database = TestDatabase.empty();
        database.run("CREATE TABLE many (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, old INT)");
        database.run("INSERT INTO many (old) VALUES (1), (1), (1), (1), (1)");
        for (int i = 0; i < 9; i++) {
            database.run("INSERT INTO many (old) SELECT old FROM many");
        }
        database.run("INSERT INTO many (old) VALUES (0)");
        AtomicInteger asked = new AtomicInteger();

        int first =
                Portions.delete(
                        database.source(),
                        "DELETE FROM many WHERE old = ?",
                        () -> asked.incrementAndGet() > 2,
                        1);
        int rest =
                Portions.delete(
                        database.source(), "DELETE FROM many WHERE old = ?", () -> false, 1);

        assertThat(first).isEqualTo(2000);
        assertThat(rest).isEqualTo(560);
        assertThat(database.rows("SELECT old FROM many")).containsExactly("0");
    }
}
