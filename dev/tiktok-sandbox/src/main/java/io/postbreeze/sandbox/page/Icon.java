package io.postbreeze.sandbox.page;

/** Small pictures, drawn in the colour of the text around them. */
enum Icon {
    LOCK(
            "M7 10V8a5 5 0 0 1 10 0v2h1a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2zm2 0h6V8a3 3 0 0 0-6 0z"),
    PLAY("M7 4.5v15a1 1 0 0 0 1.5.9l12-7.5a1 1 0 0 0 0-1.8l-12-7.5A1 1 0 0 0 7 4.500z"),
    HEART(
            "M12 20.500l-1.300-1.200C5.500 14.600 2.500 11.900 2.500 8.500A5 5 0 0 1 7.500 3.500c1.800 0 3.500.9 4.500 2.300a5.600 5.600 0 0 1 4.500-2.300 5 5 0 0 1 5 5c0 3.400-3 6.100-8.200 10.800z"),
    COMMENT(
            "M12 3c5.500 0 10 3.600 10 8.200 0 4.500-4.300 7.800-9.500 8.200V22c-4-1.200-10.500-5-10.500-10.800C2 6.600 6.500 3 12 3z"),
    SHARE("M13.500 4.200 22 11.500l-8.500 7.300v-4.300c-5.500 0-9 1.500-11.500 5 .8-6 4.300-10.200 11.500-11z"),
    NOTE("M9 17.500V5l11-2v12.500a3 3 0 1 1-2-2.800V7.400L11 8.700v8.800a3 3 0 1 1-2-2.800z"),
    PHOTOS("M8 3h11a2 2 0 0 1 2 2v11h-2V5H8zM5 7h9a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2z"),
    LEFT("M15.500 4.500 8 12l7.500 7.500 1.500-1.500L11 12l6-6z"),
    RIGHT("M8.500 4.500 7 6l6 6-6 6 1.500 1.500L16 12z"),
    GONE("M4 3 3 4.300l3 3V19a2 2 0 0 0 2 2h10l2 2 1-1.300zM10 3h6l4 4v9l-2-2V8h-4V5h-4L8 3z");

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    /** As markup; said by the words beside it and not by itself. */
    String svg() {
        return "<svg class=\"icon\" viewBox=\"0 0 24 24\" width=\"16\" height=\"16\" aria-hidden=\"true\"><path d=\""
                + path + "\"/></svg>";
    }
}
