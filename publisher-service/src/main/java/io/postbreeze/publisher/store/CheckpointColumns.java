package io.postbreeze.publisher.store;

import io.postbreeze.publisher.failure.Problem;
import io.postbreeze.publisher.publication.Posted;
import io.postbreeze.publisher.publication.Upload;
import io.postbreeze.publisher.upload.ChunkPlan;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

/** The columns of the parts that a publication may not have yet. */
final class CheckpointColumns {
    private CheckpointColumns() {}

    static void addUpload(Tuple row, @Nullable Upload upload) {
        if (upload == null) {
            addNulls(row, 7);
            return;
        }
        ChunkPlan plan = upload.plan();
        row.addValue(upload.publishId())
                .addValue(upload.address())
                .addValue(PublicationRow.timestamp(upload.openedAt()))
                .addValue(plan.totalBytes())
                .addValue(plan.chunkBytes())
                .addValue(plan.chunkCount())
                .addValue(upload.storedBytes());
    }

    static void addEnd(Tuple row, @Nullable Posted posted, @Nullable Problem problem) {
        if (posted == null) {
            addNulls(row, 3);
        } else {
            row.addValue(PublicationRow.timestamp(posted.at()))
                    .addValue(posted.externalPostId())
                    .addValue(posted.externalUrl());
        }
        if (problem == null) {
            addNulls(row, 3);
        } else {
            row.addValue(problem.code()).addValue(problem.message()).addValue(problem.fix());
        }
    }

    private static void addNulls(Tuple row, int count) {
        for (int i = 0; i < count; i++) {
            row.addValue(null);
        }
    }
}
