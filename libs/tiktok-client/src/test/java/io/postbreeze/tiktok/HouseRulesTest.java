package io.postbreeze.tiktok;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.postbreeze.testkit.HouseRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void the_client_keeps_the_house_rules() {
        HouseRules.of("io.postbreeze.tiktok").check();
    }

    @Test
    void what_other_modules_see_knows_no_json() {
        noClasses()
                .that()
                .arePublic()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson..")
                .because("TikTok's wire format stays behind the ports")
                .check(new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests()))
                        .importPackages("io.postbreeze.tiktok"));
    }
}
