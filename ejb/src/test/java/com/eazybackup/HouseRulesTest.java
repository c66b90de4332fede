package com.eazybackup;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.eazybackup.comet.CometUsername;
import com.eazybackup.comet.UserProfile;
import com.eazybackup.comet.user.UserCalls;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Date;

/** The arrows between the packages of the system, and what no class of it may do. */
@AnalyzeClasses(
        packages = "com.eazybackup",
        importOptions = {ImportOption.DoNotIncludeTests.class, ImportOption.DoNotIncludeJars.class})
class HouseRulesTest {

    private static final String COMET = "com.eazybackup.comet..";
    private static final String FLEET = "com.eazybackup.fleet..";
    private static final String INGEST = "com.eazybackup.ingest..";
    private static final String PLATFORM = "com.eazybackup.platform..";
    private static final String PULSE = "com.eazybackup.pulse..";
    private static final String WHMCS = "com.eazybackup.whmcs..";
    private static final String ACCESS = "com.eazybackup.access..";
    private static final String NOTIFY = "com.eazybackup.notify..";
    private static final String USAGE = "com.eazybackup.usage..";
    private static final String ACCOUNTS = "com.eazybackup.accounts..";
    private static final String PREFERENCES = "com.eazybackup.preferences..";
    private static final String MONITOR = "com.eazybackup.monitor..";
    private static final String JOB = "com.eazybackup.job..";
    private static final String GROUP = "com.eazybackup.group..";
    private static final String DISCOUNT = "com.eazybackup.discount..";
    private static final String OPERATIONS = "com.eazybackup.operations..";

    @ArchTest
    static final ArchRule platformKnowsNothingOfOurs =
            knows(PLATFORM)
                    .because(
                            "everything stands on it: pass in what it needs, or move the class to its feature");

    @ArchTest
    static final ArchRule cometKnowsNothingOfOurs =
            knows(COMET)
                    .because(
                            "it speaks Comet's language alone: translate to rows in ingest, read settings where profiles are put together");

    @ArchTest
    static final ArchRule whmcsKnowsNothingOfOurs =
            knows(WHMCS, PLATFORM, COMET)
                    .because(
                            "it reads WHMCS; of comet it may use the names of users and profiles, nothing else");

    @ArchTest
    static final ArchRule whmcsUsesOnlyNamesOfComet =
            noClasses()
                    .that()
                    .resideInAPackage(WHMCS)
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage(COMET)
                                    .and(
                                            describe(
                                                    "is not a name",
                                                    type ->
                                                            !type.getSimpleName()
                                                                            .equals("ProfileName")
                                                                    && !type.getSimpleName()
                                                                            .equals(
                                                                                    "CometUsername"))))
                    .because("calls to a Comet Server belong to comet; hand in their results");

    @ArchTest
    static final ArchRule fleetKnowsIdsAndCodesOnly =
            knows(FLEET, PLATFORM, COMET, WHMCS)
                    .because(
                            "reads never depend on how rows came about: move writers to ingest, news to pulse");

    @ArchTest
    static final ArchRule ingestIsFedNotAsked =
            knows(INGEST, PLATFORM, COMET, WHMCS, FLEET)
                    .allowEmptyShould(true)
                    .because(
                            "data flows from left to right: tell others through the change feed or a CDI event");

    @ArchTest
    static final ArchRule pulseKnowsTheFleetOnly =
            knows(PULSE, PLATFORM, COMET, WHMCS, FLEET)
                    .because(
                            "what changed is read from the change feed, never from the one who changed it");

    @ArchTest
    static final ArchRule accessKnowsWhmcsOnly =
            knows(ACCESS, PLATFORM, WHMCS)
                    .because(
                            "who may do what must not depend on features: they ask access, not the other way round");

    @ArchTest
    static final ArchRule notifyIsToldAndAsksNobody =
            knows(NOTIFY, PLATFORM, FLEET, WHMCS)
                    .because(
                            "whoever wants a mail fires platform.MailWanted in its own transaction: notify knows none of them");

    @ArchTest
    static final ArchRule usageCountsWhatIsThere =
            knows(USAGE, PLATFORM, COMET, WHMCS, FLEET)
                    .because(
                            "it counts rows and asks nobody how they came about: whose they are says whmcs");

    @ArchTest
    static final ArchRule accountsReadWhatIsThere =
            knows(ACCOUNTS, PLATFORM, COMET, WHMCS, FLEET)
                    .because(
                            "it reads rows and asks nobody how they came about: what a profile says is written by ingest");

    @ArchTest
    static final ArchRule discountsKnowBillingAndWhatIsUsed =
            knows(DISCOUNT, PLATFORM, WHMCS, USAGE)
                    .because(
                            "it calculates with what WHMCS asks and what usage measured: whoever may see it is access's to say");

    @ArchTest
    static final ArchRule preferencesKnowWhoAsksAndNothingElse =
            knows(PREFERENCES, PLATFORM, WHMCS, ACCESS)
                    .because("a look says nothing about data: what is shown is the page's to know");

    @ArchTest
    static final ArchRule groupsKnowWhatAClientMaySee =
            knows(GROUP, PLATFORM, WHMCS, FLEET)
                    .because(
                            "it puts devices together and asks nobody what they are: viewers hear of it through the change feed");

    @ArchTest
    static final ArchRule monitorAsksCometAndTellsIngest =
            knows(MONITOR, PLATFORM, COMET, WHMCS, FLEET, INGEST)
                    .because(
                            "it decides by the clock; what it finds out is written by ingest, and shown by operations");

    @ArchTest
    static final ArchRule jobReadsRowsAndAsksCometForTheLog =
            knows(JOB, PLATFORM, COMET, WHMCS, FLEET, INGEST)
                    .because(
                            "of ingest it takes FleetServers, which has the one client of each server: it writes no rows");

    @ArchTest
    static final ArchRule operationsLooksAndAsks =
            knows(OPERATIONS, PLATFORM, COMET, FLEET, INGEST, MONITOR, ACCESS)
                    .because(
                            "it shows how ingestion stands and asks it for things: rows and rules belong to the feature");

    @ArchTest
    static final ArchRule onlyTheClockTellsTheTime =
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(LocalDateTime.class, "now")
                    .orShould()
                    .callMethod(ZonedDateTime.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(Date.class)
                    .allowEmptyShould(true)
                    .because("time is injected: take a java.time.Clock, so that a test can set it");

    @ArchTest
    static final ArchRule nobodyPrints =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("com.eazybackup.platform.SettingsCheck")
                    .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                    .because("log with System.Logger, without secrets; only a command prints");

    @ArchTest
    static final ArchRule namesSayWhatAClassDoes =
            noClasses()
                    .should()
                    .haveSimpleNameEndingWith("Impl")
                    .orShould()
                    .haveSimpleNameEndingWith("Manager")
                    .orShould()
                    .haveSimpleNameEndingWith("Helper")
                    .orShould()
                    .haveSimpleNameEndingWith("Util")
                    .orShould()
                    .haveSimpleNameEndingWith("Utils")
                    .because(
                            "such a name says nothing: find the words of backup and billing for it");

    @ArchTest
    static final ArchRule profilesAreWrittenWithTheirHash =
            noClasses()
                    .should()
                    .callMethod(
                            UserCalls.class, "overwrite", CometUsername.class, UserProfile.class)
                    .because(
                            "it loses what others wrote meanwhile: change profiles by ProfileEdit");

    @ArchTest
    static final ArchRule rowsAreReachedWhereTheyBelong =
            noClasses()
                    .that()
                    .resideInAnyPackage(COMET)
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(PreparedStatement.class)
                    .because("a class of the wire writes no rows: that is ingest's");

    /** A package and what it may know of ours, itself included. */
    private static ClassesShouldConjunction knows(String packageName, String... others) {
        String[] allowed = new String[others.length + 1];
        allowed[0] = packageName;
        System.arraycopy(others, 0, allowed, 1, others.length);
        return classes()
                .that()
                .resideInAPackage(packageName)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(allowed).or(not(resideInAPackage("com.eazybackup.."))));
    }
}
