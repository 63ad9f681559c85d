package io.postbreeze.localstack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The contents of {@code stack.env}. */
final class StackFile {
    private StackFile() {}

    static Map<String, String> of(Settings settings, Secrets secrets, String accountId, List<Child> children) {
        Ports ports = settings.ports();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("POSTBREEZE_API", ports.url(Listener.GATEWAY));
        values.put("POSTBREEZE_API_KEY", secrets.apiKey());
        values.put("POSTBREEZE_ACCOUNT_ID", accountId);
        values.put("TIKTOK_SANDBOX", ports.url(Listener.SANDBOX));
        values.put("OBJECT_STORE", ports.url(Listener.STORE));
        values.put("KAFKA_BOOTSTRAP", "127.0.0.1:" + ports.of(Listener.KAFKA));
        ServiceEnvironment environment = new ServiceEnvironment(settings, secrets);
        for (Service service : Service.values()) {
            values.put("JDBC_" + service.name(), "jdbc:" + environment.database(service) + "?user=postgres");
        }
        for (Service service : Service.values()) {
            values.put(service.name() + "_URL", ports.url(service.listener()));
            putReplicas(values, service, ports.replicas(service.listener()));
        }
        values.put("LAUNCHER_PID", Long.toString(ProcessHandle.current().pid()));
        children.forEach(child -> putProcess(values, child));
        return values;
    }

    /** With several replicas the service's own address leads to any of them. */
    private static void putReplicas(Map<String, String> values, Service service, List<Integer> ports) {
        for (int number = 1; ports.size() > 1 && number <= ports.size(); number++) {
            values.put(service.name() + "_" + number + "_URL", Ports.url(ports.get(number - 1)));
        }
    }

    /** Under its full name and, like the databases, without "service" and "TikTok". */
    private static void putProcess(Map<String, String> values, Child child) {
        String name = child.spec().variable();
        for (String variable :
                List.of(name, name.replaceFirst("_SERVICE(?=$|_\\d)", "").replaceFirst("^TIKTOK_", ""))) {
            values.put(variable + "_PID", Long.toString(child.process().pid()));
            values.put(variable + "_LOG", child.spec().log().toString());
        }
    }
}
