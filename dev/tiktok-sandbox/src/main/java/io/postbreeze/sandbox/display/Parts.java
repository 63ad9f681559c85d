package io.postbreeze.sandbox.display;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A whole that is divided: parts of ten-thousandths that sum to exactly 1. */
final class Parts {
    private static final int WHOLE = 10_000;

    private Parts() {}

    /**
     * Divides 1 among names.
     *
     * @param id whose; the division is the same every time
     * @param usual names with their usual weights, each of which may turn out up to a third more or less
     */
    static Map<String, Double> of(long id, List<Map.Entry<String, Double>> usual) {
        double[] weights = usual.stream()
                .mapToDouble(entry -> entry.getValue() * Dice.between(id, entry.getKey(), 0.67, 1.33))
                .toArray();
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        Map<String, Double> parts = new LinkedHashMap<>();
        int left = WHOLE;
        for (int i = weights.length - 1; i > 0; i--) {
            int part = (int) (weights[i] / sum * WHOLE);
            left -= part;
            parts.put(usual.get(i).getKey(), part / (double) WHOLE);
        }
        // The first takes what rounding left over.
        parts.put(usual.getFirst().getKey(), left / (double) WHOLE);
        Map<String, Double> inOrder = new LinkedHashMap<>();
        usual.forEach(entry -> inOrder.put(entry.getKey(), parts.getOrDefault(entry.getKey(), 0.0)));
        return inOrder;
    }
}
