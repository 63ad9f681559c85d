package io.postbreeze.postapi.post;

import io.postbreeze.api.Violation;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says where in a table something is wrong: whoever sent rows and columns looks for no JSON path. */
final class CsvPath {
    private static final Pattern TARGET = Pattern.compile("platforms\\[(\\d{1,4})](?:\\.(.*))?");
    private static final Pattern FIELD = Pattern.compile("(?:.*\\.)?([A-Za-z]+)(?:\\[\\d+])?");

    private CsvPath() {}

    /** A cell. */
    static String of(int row, CsvColumn column) {
        return "row " + row + ", " + column.header();
    }

    /** The same refusal with the places of cells. */
    static BulkPosts.@Nullable BulkRefusal inTable(BulkPosts.@Nullable BulkRefusal told, List<Integer> rows) {
        return told == null
                ? null
                : new BulkPosts.BulkRefusal(
                        told.code(),
                        told.message(),
                        told.details().stream().map(one -> inTable(one, rows)).toList());
    }

    /** The same violation with the place of its cell, or of its row when it is about no single cell. */
    static Violation inTable(Violation told, List<Integer> rows) {
        return new Violation(place(told.path(), rows), told.code(), told.message(), told.fix(), told.docs());
    }

    private static String place(String path, List<Integer> rows) {
        Matcher target = TARGET.matcher(path);
        if (!target.matches()) {
            return cell(rows.getFirst(), path);
        }
        int index = Integer.parseInt(target.group(1));
        return cell(rows.get(Math.min(index, rows.size() - 1)), target.group(2));
    }

    private static String cell(int row, @Nullable String path) {
        Matcher field = FIELD.matcher(path == null ? "" : path);
        CsvColumn column = field.matches() ? CsvColumn.named(field.group(1)) : null;
        return column == null ? "row " + row : of(row, column);
    }
}
