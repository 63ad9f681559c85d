package io.postbreeze.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The architecture that the build enforces. A module keeps it with one test:
 *
 * <pre>{@code
 * HouseRules.of("io.postbreeze.publisher").pure("io.postbreeze.publisher.plan..").check();
 * }</pre>
 */
public final class HouseRules {
    private static final String[] KNOWING_EMBEDDED_SERVERS = {
        "io.postbreeze.testkit..", "io.postbreeze.localstack..", "io.postbreeze.e2e.."
    };
    private static final String[] FREE_OF_FRAMEWORKS = {
        "java..", "javax.crypto..", "org.jspecify..", "com.fasterxml.jackson.annotation..", "io.postbreeze.events.."
    };

    private final String root;
    private final List<String> purePackages;

    private HouseRules(String root, List<String> purePackages) {
        this.root = root;
        this.purePackages = purePackages;
    }

    /** The rules for the module whose packages start with {@code root}, such as {@code io.postbreeze.media}. */
    public static HouseRules of(String root) {
        return new HouseRules(root, List.of());
    }

    /**
     * Names the packages (ArchUnit patterns) of the module's pure centre: plain synchronous Java without a framework.
     */
    public HouseRules pure(String... packages) {
        return new HouseRules(root, List.of(packages));
    }

    /**
     * Checks the module's classes and its tests.
     *
     * @throws AssertionError naming every violation of the first broken rule
     */
    public void check() {
        check(new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())));
    }

    /** For the rules' own tests, whose offenders must not be shipped. */
    void checkTestsLikeProduction() {
        check(new ClassFileImporter());
    }

    private void check(ClassFileImporter importer) {
        JavaClasses all = new ClassFileImporter().importPackages(root);
        JavaClasses production = importer.importPackages(root);
        check(all, names(), sleeplessness(), embeddedServers(), tiktokWire());
        check(production, features(), time());
        if (!purePackages.isEmpty()) {
            check(production, purity());
        }
    }

    private static void check(JavaClasses classes, ArchRule... rules) {
        for (ArchRule rule : rules) {
            rule.allowEmptyShould(true).check(classes);
        }
    }

    private static ArchRule names() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Impl)")
                .because("a name says what the thing holds or does");
    }

    private static ArchRule sleeplessness() {
        return noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", long.class, int.class)
                .orShould()
                .callMethod(Thread.class, "sleep", Duration.class)
                .because("waiting is for a signal, a schedule or Awaitility");
    }

    private static ArchRule embeddedServers() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(KNOWING_EMBEDDED_SERVERS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.zonky..", "kafka.server..", "org.gaul..")
                .because("only the test kit and the local stack know embedded servers");
    }

    /** What is public in the TikTok library cannot carry TikTok's JSON; what is not, Java keeps inside. */
    private static ArchRule tiktokWire() {
        return noClasses()
                .that()
                .resideInAPackage("io.postbreeze.tiktok..")
                .and()
                .arePublic()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson..", "io.vertx.core.json..")
                .because("only the TikTok library knows TikTok's wire format");
    }

    private ArchRule features() {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    private static ArchRule time() {
        return noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Math.class, "random")
                .because("time comes from an injected clock, chance from an injected generator");
    }

    private ArchRule purity() {
        String[] pure = purePackages.toArray(String[]::new);
        String[] allowed = Stream.concat(purePackages.stream(), Arrays.stream(FREE_OF_FRAMEWORKS))
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAnyPackage(pure)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .because("the centre decides in plain Java and is tested without a framework");
    }
}
