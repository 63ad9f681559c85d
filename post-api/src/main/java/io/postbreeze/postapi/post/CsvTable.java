package io.postbreeze.postapi.post;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.postbreeze.api.ApiException;
import io.postbreeze.api.Violation;
import io.postbreeze.postapi.naming.NearestName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Posts as a table: RFC 4180 in UTF-8 with a header. A row is a target; rows that share a {@code postKey} are one post,
 * whose own fields are taken from the first of them.
 */
final class CsvTable {
    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();

    private static final int MOST_ROWS = 5_000;

    private CsvTable() {}

    /** Reads a table into flat bodies; fails with 400 when it is no table of posts. */
    static Bodies read(byte[] bytes) {
        List<String[]> lines = lines(text(bytes));
        int top = top(lines);
        List<CsvColumn> header = header(lines.get(top));
        Map<String, Gathered> posts = new LinkedHashMap<>();
        for (int i = top + 1; i < lines.size(); i++) {
            if (!isBlank(lines.get(i))) {
                Map<CsvColumn, String> row = row(header, lines.get(i), i + 1);
                String postKey = row.get(CsvColumn.POST_KEY);
                // A key of ours has what none of theirs has: nothing before the colon.
                String key = postKey == null ? ":" + i : "key:" + postKey;
                posts.computeIfAbsent(key, unknown -> Gathered.begin(row)).add(row, i + 1);
            }
        }
        if (posts.isEmpty()) {
            throw refused("header", "Send a header and at least one row.");
        }
        return new Bodies(
                posts.values().stream().map(Gathered::post).toList(),
                posts.values().stream().map(Gathered::rows).toList());
    }

    /** Writes posts, a row for each target. */
    static String write(List<PostView> posts) {
        CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true).setLineSeparator("\r\n");
        for (CsvColumn column : CsvColumn.values()) {
            schema.addColumn(column.header());
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (PostView post : posts) {
            for (PostView.Target target : post.targets()) {
                Map<String, String> row = new LinkedHashMap<>();
                CsvColumn.row(post, target).forEach((column, cell) -> row.put(column.header(), CsvGuard.guarded(cell)));
                rows.add(row);
            }
        }
        try {
            return CSV.writer(schema.build()).writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts are writable", e);
        }
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw refused("table", "This is not UTF-8.");
        }
    }

    private static List<String[]> lines(String text) {
        List<String[]> lines = new ArrayList<>();
        try (MappingIterator<String[]> rows = CSV.readerFor(String[].class).readValues(text)) {
            while (rows.hasNext()) {
                lines.add(rows.next());
                if (lines.size() > MOST_ROWS) {
                    throw refused("table", "A table has at most " + MOST_ROWS + " rows.");
                }
            }
        } catch (IOException | RuntimeException e) {
            if (e instanceof ApiException known) {
                throw known;
            }
            throw refused("row " + (lines.size() + 1), "This row is no CSV: is a quote left open?");
        }
        return lines;
    }

    private static List<CsvColumn> header(String[] names) {
        List<CsvColumn> header = new ArrayList<>();
        for (String name : names) {
            CsvColumn column = CsvColumn.named(name.strip());
            if (column == null) {
                String hint = NearestName.of(name.strip(), CsvColumn.names())
                        .map(nearest -> " Did you mean " + nearest + "?")
                        .orElse("");
                throw refused("header", "There is no column of the name " + shortened(name) + "." + hint);
            }
            if (header.contains(column)) {
                throw refused("header", "The column " + column.header() + " is there twice.");
            }
            header.add(column);
        }
        return header;
    }

    private static Map<CsvColumn, String> row(List<CsvColumn> header, String[] cells, int number) {
        if (cells.length > header.size()) {
            throw refused("row " + number, "This row has more cells than the header.");
        }
        Map<CsvColumn, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isEmpty()) {
                row.put(header.get(i), CsvGuard.unguarded(cells[i]));
            }
        }
        return row;
    }

    /** The place of the header: lines without anything are counted and mean nothing. */
    private static int top(List<String[]> lines) {
        return IntStream.range(0, lines.size())
                .filter(i -> !isBlank(lines.get(i)))
                .findFirst()
                .orElseThrow(() -> refused("header", "Send a header and at least one row."));
    }

    private static boolean isBlank(String[] cells) {
        return cells.length == 0 || (cells.length == 1 && cells[0].isBlank());
    }

    private static String shortened(@Nullable String name) {
        return name == null ? "" : name.substring(0, Math.min(name.length(), 40));
    }

    private static ApiException refused(String path, String message) {
        return new ApiException(400, "CSV_INVALID", message, List.of(new Violation(path, "CSV_INVALID", message)));
    }

    /**
     * The rows of one post.
     *
     * @param first the row whose fields are the post's
     * @param post the body
     * @param rows their numbers
     */
    private record Gathered(Map<CsvColumn, String> first, Map<String, Object> post, List<Integer> rows) {
        static Gathered begin(Map<CsvColumn, String> row) {
            return new Gathered(row, CsvColumn.post(row), new ArrayList<>());
        }

        void add(Map<CsvColumn, String> row, int number) {
            CsvColumn.contradiction(first, row).ifPresent(column -> {
                throw refused(
                        CsvPath.of(number, column),
                        "Rows of one postKey are one post: this is not what row " + rows.getFirst()
                                + " says. Leave the cell empty or say the same.");
            });
            CsvColumn.addTarget(post, row);
            rows.add(number);
        }
    }

    /**
     * What a table means.
     *
     * @param posts a body for each post
     * @param rows the rows of each, the header being row 1
     */
    record Bodies(List<Map<String, Object>> posts, List<List<Integer>> rows) {}
}
