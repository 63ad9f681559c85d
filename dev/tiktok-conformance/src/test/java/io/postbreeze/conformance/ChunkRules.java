package io.postbreeze.conformance;

/** Section 2.5, the seven rules of chunks, at every border. */
final class ChunkRules {
    private static final String SIZE = "The chunk size is invalid";
    private static final String COUNT = "The total chunk count is invalid";
    private static final long GIB4 = 4L << 30;

    private ChunkRules() {}

    static void write(Book book) {
        accepted(book);
        refusedSizes(book);
        refusedCounts(book);
        book.rule("2.5 rule 2", "read leniently, 5,000,000 and 67,108,864 bytes pass", stage -> {
            stage.settings("chunkReading", "lenient");
            init(stage, 10_000_001, 5_000_000, 2).ok();
            init(stage, 67_108_864, 67_108_864, 1).ok();
            init(stage, 10_000_001, 4_999_999, 2).is(400, "invalid_params").says(SIZE);
        });
    }

    private static void accepted(Book book) {
        plan(book, "1", 50_000_123, 10_000_000, 5, "");
        plan(book, "1", 64_000_001, 10_000_000, 6, "");
        plan(book, "1", 70_000_000, 10_000_000, 7, "");
        plan(book, "1", 99_999_999, 10_000_000, 9, "");
        plan(book, "1", 524_288_000, 10_000_000, 52, "");
        plan(book, "1", GIB4, 10_000_000, 429, "");
        plan(book, "1", 158_008_374, 5_242_880, 30, "");
        plan(book, "2", 10_485_760, 5_242_880, 2, "");
        plan(book, "2", 128_000_000, 64_000_000, 2, "");
        plan(book, "2", 191_999_999, 64_000_000, 2, "");
        plan(book, "3", 1, 1, 1, "");
        plan(book, "3", 4_194_304, 4_194_304, 1, "");
        plan(book, "3", 5_242_879, 5_242_879, 1, "");
        plan(book, "4", 64_000_000, 64_000_000, 1, "");
        plan(book, "5", 5_242_880_000L - 1_048_576_000, 5_242_880, 800, "");
    }

    private static void refusedSizes(Book book) {
        plan(book, "2", 10_485_758, 5_242_879, 2, SIZE);
        plan(book, "2", 10_000_000, 5_000_000, 2, SIZE);
        plan(book, "2", 128_000_002, 64_000_001, 2, SIZE);
        plan(book, "2", 200_000_000, 67_108_864, 2, SIZE);
        plan(book, "3", 4_000_000, 2_000_000, 2, SIZE);
        plan(book, "4", 64_000_001, 64_000_001, 1, SIZE);
        plan(book, "4", 70_000_000, 64_000_000, 1, SIZE);
        plan(book, "7", 20_000_000, 10_000_001, 1, SIZE);
        plan(book, "7", 6_000_000, 5_999_999, 1, SIZE);
        plan(book, "7", 6_000_000, 6_000_001, 1, SIZE);
        plan(book, "2", 6_000_000, 0, 1, SIZE);
        plan(book, "2", 6_000_000, -1, 1, SIZE);
        plan(book, "2", GIB4 + 1, 10_000_000, 429, "");
        plan(book, "2", 0, 0, 1, "?");
        plan(book, "2", -5, -5, 1, "?");
    }

    private static void refusedCounts(Book book) {
        plan(book, "1", 50_000_123, 10_000_000, 6, COUNT);
        plan(book, "1", 50_000_123, 10_000_000, 4, COUNT);
        plan(book, "1", 64_000_001, 10_000_000, 7, COUNT);
        plan(book, "5", 50_000_123, 10_000_000, 0, COUNT);
        plan(book, "5", 50_000_123, 10_000_000, -1, COUNT);
        plan(book, "5", 64_000_000, 64_000_000, 2, COUNT);
        plan(book, "5", GIB4, 5_242_880, 1_001, COUNT);
    }

    private static void plan(Book book, String rule, long size, long chunk, long count, String message) {
        boolean isTooBig = size > GIB4;
        boolean passes = message.isEmpty() && !isTooBig;
        String title = "%,d bytes as %,d × %d %s".formatted(size, chunk, count, passes ? "pass" : "are refused");
        book.anywhere("2.5 rule " + rule, title, stage -> {
            Answer answer = init(stage, size, chunk, count);
            if (passes) {
                answer.ok();
            } else {
                answer.is(400, "invalid_params");
                if (message.startsWith("The")) {
                    answer.says(message);
                }
            }
        });
    }

    private static Answer init(Stage stage, long size, long chunk, long count) {
        return stage.api.post(
                Api.INIT, stage.token(), Bodies.video(Bodies.info("SELF_ONLY"), Bodies.upload(size, chunk, count)));
    }
}
