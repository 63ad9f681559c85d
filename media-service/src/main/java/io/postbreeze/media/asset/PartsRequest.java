package io.postbreeze.media.asset;

import io.postbreeze.api.ApiException;
import io.postbreeze.api.Violation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * For which parts a user wants URLs.
 *
 * @param partNumbers 1 to 100 of them, from 1
 */
public record PartsRequest(@Nullable List<Integer> partNumbers) {
    private static final int MOST = 100;

    /** The numbers, each once; fails with 400 when one is not in the plan. */
    static List<Integer> checked(@Nullable PartsRequest request, PartPlan plan) {
        List<Integer> numbers = request == null || request.partNumbers() == null
                ? List.of()
                : request.partNumbers().stream()
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        if (numbers.isEmpty() || numbers.size() > MOST || !numbers.stream().allMatch(plan::has)) {
            String message = "partNumbers must be 1 to " + MOST + " numbers from 1 to " + plan.count() + ".";
            throw new ApiException(
                    400,
                    "VALIDATION_FAILED",
                    message,
                    List.of(new Violation("partNumbers", "PART_NUMBER_INVALID", message)));
        }
        return numbers;
    }
}
