package com.eazybackup.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.Path;
import java.util.Set;

/** What the web may lean on. */
@AnalyzeClasses(
        packages = "com.eazybackup.web",
        importOptions = ImportOption.DoNotIncludeTests.class)
class WebLayersTest {

    private static final Set<String> WORDS_FOR_CODES = Set.of("CometCode", "CodeLabels");

    private static final DescribedPredicate<JavaClass> AT_WORK_WITH_COMET =
            JavaClass.Predicates.resideInAnyPackage(
                            "com.eazybackup.comet..", "com.eazybackup.ingest..")
                    .and(
                            DescribedPredicate.describe(
                                    "more than a value",
                                    type ->
                                            !type.isRecord()
                                                    && !type.isEnum()
                                                    && !WORDS_FOR_CODES.contains(
                                                            type.getSimpleName())));

    @ArchTest
    static final ArchRule NO_DATABASE =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.sql..", "javax.sql..", "jakarta.persistence..", "org.hibernate..")
                    .because(
                            "pages and resources ask a boundary of the EJB module, which scopes what it"
                                    + " reads to the client; add a method there");

    @ArchTest
    static final ArchRule NO_COMET =
            noClasses()
                    .should()
                    .dependOnClassesThat(AT_WORK_WITH_COMET)
                    .because(
                            "a page never waits for a Comet Server and never writes the tables; go through"
                                    + " the feature's boundary, which checks, acts and audits");

    @ArchTest
    static final ArchRule RESOURCES_ARE_IN_THE_API =
            classes()
                    .that()
                    .areAnnotatedWith(Path.class)
                    .should()
                    .resideInAPackage("com.eazybackup.web.api..")
                    .because(
                            "the filters and mappers of the API are looked for there; move the class");
}
