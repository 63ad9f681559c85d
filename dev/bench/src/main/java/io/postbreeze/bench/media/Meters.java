package io.postbreeze.bench.media;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** The meters of a service, read as Prometheus reads them. */
final class Meters {
    private final HttpClient http;
    private final HttpRequest page;

    Meters(HttpClient http, String service) {
        this.http = http;
        this.page = HttpRequest.newBuilder(URI.create(service + "/q/metrics")).build();
    }

    /** The sum of all series that begin so. */
    double sum(String series) throws IOException, InterruptedException {
        return http.send(page, BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> line.startsWith(series))
                .mapToDouble(Meters::value)
                .sum();
    }

    /** Behind the series; an example of what was measured may follow. */
    private static double value(String line) {
        String measured = line.split(" # ", 2)[0];
        return Double.parseDouble(measured.substring(measured.lastIndexOf(' ') + 1));
    }
}
