package io.postbreeze.testkit;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An endpoint of a service, read off its class files, so that a test that walks all of them also walks those that are
 * added later, documented or not.
 *
 * @param method HTTP method
 * @param path with its parameters as {@code {}}, such as {@code /api/v1/posts/{}/timeline}
 * @param isPublic whether nobody needs to say who they are
 */
public record Endpoint(String method, String path, boolean isPublic) {
    private static final Pattern PARAMETER = Pattern.compile("\\{[^/]*}");
    private static final String HTTP_METHOD = "jakarta.ws.rs.HttpMethod";
    private static final String PATH = "jakarta.ws.rs.Path";
    private static final String REST_CLIENT = "org.eclipse.microprofile.rest.client.inject.RegisterRestClient";
    private static final String PUBLIC = "io.postbreeze.api.PublicEndpoint";

    /** Every endpoint of the service whose packages start with {@code root}, by path and method. */
    public static List<Endpoint> of(String root) {
        // A test framework's loader has addresses of classes that cannot be read from outside of it.
        Thread thread = Thread.currentThread();
        ClassLoader loader = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        try {
            return new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests()))
                    .importPackages(root).stream()
                            .filter(type -> type.isAnnotatedWith(PATH) && !type.isAnnotatedWith(REST_CLIENT))
                            .flatMap(Endpoint::of)
                            .sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method))
                            .toList();
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    /** The path with values for its parameters, each chosen by the path up to it, such as {@code /api/v1/posts}. */
    public String pathWith(UnaryOperator<String> value) {
        Matcher parameter = Pattern.compile(Pattern.quote("{}")).matcher(path);
        return parameter.replaceAll(
                place -> Matcher.quoteReplacement(value.apply(path.substring(0, place.start() - 1))));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    private static Stream<Endpoint> of(JavaClass type) {
        return type.getMethods().stream()
                .filter(method -> method.isMetaAnnotatedWith(HTTP_METHOD))
                .map(method -> of(type, method));
    }

    private static Endpoint of(JavaClass type, JavaMethod method) {
        String verb = method.getAnnotations().stream()
                .map(JavaAnnotation::getRawType)
                .filter(annotation -> annotation.isAnnotatedWith(HTTP_METHOD))
                .map(JavaClass::getSimpleName)
                .findFirst()
                .orElseThrow();
        String path = pathOf(type.tryGetAnnotationOfType(PATH)) + pathOf(method.tryGetAnnotationOfType(PATH));
        boolean isPublic = type.isAnnotatedWith(PUBLIC) || method.isAnnotatedWith(PUBLIC);
        return new Endpoint(verb, PARAMETER.matcher(path).replaceAll("{}"), isPublic);
    }

    private static String pathOf(Optional<? extends JavaAnnotation<?>> annotation) {
        return annotation
                .map(Endpoint::value)
                .filter(path -> !path.equals("/"))
                .map(path -> path.startsWith("/") ? path : "/" + path)
                .orElse("");
    }

    private static String value(JavaAnnotation<?> annotation) {
        return String.valueOf(annotation.get("value").orElseThrow());
    }
}
