package com.eazybackup;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.comet.CometClient;
import com.eazybackup.simulator.comet.SimulatedCometServer;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/**
 * The simulators and the clients share no code: a misreading that both had would be invisible to
 * every test of the wire.
 */
class SimulatorApartTest {

    private static final String OURS = "com.eazybackup..";
    private static final String SIMULATOR = "com.eazybackup.simulator..";

    private final JavaClasses all =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("com.eazybackup");

    @Test
    void bothAreLookedAt() {
        assertThat(all.contain(SimulatedCometServer.class)).isTrue();
        assertThat(all.contain(CometClient.class)).isTrue();
    }

    @Test
    void theSimulatorUsesNothingOfTheProduct() {
        noClasses()
                .that()
                .resideInAPackage(SIMULATOR)
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        SIMULATOR,
                        "java..",
                        "javax..",
                        "io..",
                        "org..",
                        "com.fasterxml..",
                        "com.google..",
                        "jakarta.mail..",
                        "com.icegreen..")
                .check(all);
    }

    @Test
    void theProductUsesNothingOfTheSimulator() {
        classes()
                .that()
                .resideInAPackage(OURS)
                .and()
                .resideOutsideOfPackage(SIMULATOR)
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackage(SIMULATOR)
                .check(all);
    }
}
