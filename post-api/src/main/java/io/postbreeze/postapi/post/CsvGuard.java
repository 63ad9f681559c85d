package io.postbreeze.postapi.post;

/** Keeps spreadsheets from running a cell as a formula: an apostrophe before it makes it text. */
final class CsvGuard {
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private CsvGuard() {}

    /** The cell as it may be written. One that has apostrophes of its own there gets one more, which keeps it whole. */
    static String guarded(String cell) {
        return isFormula(cell) ? "'" + cell : cell;
    }

    /** The cell as it was before {@link #guarded}; one that was never guarded stays as it is. */
    static String unguarded(String cell) {
        return cell.startsWith("'") && isFormula(cell) ? cell.substring(1) : cell;
    }

    /** Whether a formula begins here, behind any number of apostrophes. */
    private static boolean isFormula(String cell) {
        int start = 0;
        while (start < cell.length() && cell.charAt(start) == '\'') {
            start++;
        }
        return start < cell.length() && FORMULA_STARTS.indexOf(cell.charAt(start)) >= 0;
    }
}
