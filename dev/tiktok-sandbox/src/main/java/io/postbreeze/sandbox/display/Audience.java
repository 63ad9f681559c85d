package io.postbreeze.sandbox.display;

import java.util.List;
import java.util.Map;

/**
 * Who watches: each division sums to 1.
 *
 * @param ages by age group
 * @param genders by gender
 * @param countries by country, at most ten
 * @param cities by city
 * @param newcomers the part that had not seen the account before
 * @param followers the part that follows the account
 */
public record Audience(
        Map<String, Double> ages,
        Map<String, Double> genders,
        Map<String, Double> countries,
        Map<String, Double> cities,
        double newcomers,
        double followers) {
    private static final List<Map.Entry<String, Double>> AGES = List.of(
            Map.entry("18-24", 0.38),
            Map.entry("25-34", 0.31),
            Map.entry("35-44", 0.16),
            Map.entry("45-54", 0.09),
            Map.entry("55+", 0.06));
    private static final List<Map.Entry<String, Double>> GENDERS =
            List.of(Map.entry("Female", 0.53), Map.entry("Male", 0.44), Map.entry("Other", 0.03));
    private static final List<Map.Entry<String, Double>> COUNTRIES = List.of(
            Map.entry("US", 0.3),
            Map.entry("GB", 0.16),
            Map.entry("DE", 0.14),
            Map.entry("FR", 0.1),
            Map.entry("ES", 0.08),
            Map.entry("BR", 0.07),
            Map.entry("IT", 0.05),
            Map.entry("PL", 0.04),
            Map.entry("NL", 0.03),
            Map.entry("Others", 0.03));
    private static final List<Map.Entry<String, Double>> CITIES = List.of(
            Map.entry("London", 0.2),
            Map.entry("New York", 0.18),
            Map.entry("Berlin", 0.14),
            Map.entry("Paris", 0.1),
            Map.entry("Others", 0.38));

    /** The audience of a post or an account, by its id. */
    public static Audience of(long id) {
        return new Audience(
                Parts.of(id, AGES),
                Parts.of(id, GENDERS),
                Parts.of(id, COUNTRIES),
                Parts.of(id, CITIES),
                rounded(Dice.between(id, "newcomers", 0.55, 0.85)),
                rounded(Dice.between(id, "following", 0.1, 0.35)));
    }

    private static double rounded(double share) {
        return Math.round(share * 10_000) / 10_000.0;
    }
}
