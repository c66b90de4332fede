package com.eazybackup.whmcs;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.comet.CometUsername;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.testing.TestPersistence;
import com.eazybackup.testing.TestSettings;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ActiveServicesTest {

    private static final TestDatabase DATABASE = TestDatabase.empty();
    private static final ClientId PINEWOOD = new ClientId(101);
    private static TestPersistence persistence;

    private final ActiveServices services =
            new ActiveServices(persistence.tables(), TestSettings.with());

    @BeforeAll
    static void open() throws SQLException {
        TestPersistence.fillWhmcs(DATABASE);
        persistence = TestPersistence.on(DATABASE);
    }

    @AfterAll
    static void close() {
        persistence.close();
    }

    @Test
    void onlyActiveCometServicesOutsideTheExcludedGroupsCount() {
        assertThat(names(services.of(PINEWOOD)))
                .containsExactly(
                        "northgate-school",
                        "riverbend.clinic",
                        "birchlegal",
                        "granite_logistics",
                        "tamarackdental",
                        "cobaltdesign",
                        "pinewood-internal",
                        "tamarack-vms",
                        "birchlegal-m365",
                        "pinewood-obc");
    }

    @Test
    void whichGroupsAreExcludedIsASetting() {
        ActiveServices others =
                new ActiveServices(
                        persistence.tables(), TestSettings.with("EB_EXCLUDED_PRODUCT_GROUPS", "6"));
        assertThat(names(others.of(PINEWOOD))).containsExactly("pinewood-obc", "pinewood-lab");
    }

    @Test
    void aServiceKnowsItsNumberProductAndCometServer() {
        assertThat(services.of(PINEWOOD))
                .contains(
                        new ActiveService(
                                new ServiceId(501),
                                new CometUsername("northgate-school"),
                                "eazyBackup",
                                false,
                                Optional.of(new ProfileName("cometbackup"))),
                        new ActiveService(
                                new ServiceId(510),
                                new CometUsername("pinewood-obc"),
                                "OBC",
                                false,
                                Optional.of(new ProfileName("obc"))));
    }

    @Test
    void theProviderLooksAfterTheVaultsOfMicrosoft365Products() {
        assertThat(services.of(PINEWOOD).stream().filter(ActiveService::managed))
                .extracting(service -> service.username().value())
                .containsExactly("birchlegal-m365");
        ActiveServices others =
                new ActiveServices(
                        persistence.tables(), TestSettings.with("EB_M365_PRODUCTS", "57"));
        assertThat(others.of(PINEWOOD)).noneMatch(ActiveService::managed);
    }

    @Test
    void aClientWhoseServicesHaveEndedHasNone() {
        assertThat(services.of(new ClientId(109))).isEmpty();
        assertThat(services.of(new ClientId(999_999))).isEmpty();
    }

    @Test
    void namesKeepTheirCase() {
        assertThat(names(services.of(new ClientId(107)))).containsExactly("Deltaworks");
        assertThat(names(services.of(new ClientId(108)))).containsExactly("deltaworks");
    }

    @Test
    void aServiceOnNoServerTakesTheGroupOfItsProduct() throws SQLException {
        DATABASE.run(
                "INSERT INTO tblclients (id, firstname, lastname, companyname, email)"
                        + " VALUES (950, '', '', 'N', 'n@x.example')",
                "INSERT INTO tblhosting (id, userid, packageid, server, regdate, billingcycle,"
                        + " domainstatus, username, password) VALUES"
                        + " (9501, 950, 60, 0, '2024-01-01', 'Monthly', 'Active', 'n', ''),"
                        + " (9502, 950, 60, 0, '2024-01-01', 'Monthly', 'Active', '', '')");
        assertThat(services.of(new ClientId(950)))
                .singleElement()
                .extracting(ActiveService::profile)
                .isEqualTo(Optional.of(new ProfileName("obc")));
    }

    private static List<String> names(List<ActiveService> services) {
        return services.stream().map(service -> service.username().value()).toList();
    }
}
