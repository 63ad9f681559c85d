package io.postbreeze.localstack.demo;

import io.postbreeze.localstack.StackFailure;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** A file as the body of a PUT that tells how much of it has been sent. */
final class Upload {
    private Upload() {}

    static BodyPublisher of(Path file, LongConsumer progress) {
        try {
            BodyPublisher stream = BodyPublishers.ofInputStream(() -> open(file, progress));
            return BodyPublishers.fromPublisher(stream, Files.size(file));
        } catch (IOException e) {
            throw new StackFailure("Cannot read " + file, e);
        }
    }

    private static InputStream open(Path file, LongConsumer progress) {
        try {
            return new Counting(Files.newInputStream(file), progress);
        } catch (IOException e) {
            throw new StackFailure("Cannot read " + file, e);
        }
    }

    /** Counts what is read; the client reads by whole buffers only. */
    private static final class Counting extends FilterInputStream {
        private final LongConsumer progress;
        private long count;

        Counting(InputStream in, LongConsumer progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            if (read > 0) {
                count += read;
                progress.accept(count);
            }
            return read;
        }
    }
}
