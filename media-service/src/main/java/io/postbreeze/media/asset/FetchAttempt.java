package io.postbreeze.media.asset;

import io.postbreeze.media.fetch.FetchFailure;
import io.postbreeze.media.fetch.UrlFetch;
import io.postbreeze.media.inspection.Rejection;
import io.postbreeze.media.inspection.RejectionCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Fetches one file, from where an earlier attempt stopped; blocking. */
@ApplicationScoped
class FetchAttempt {
    static final Rejection INTERRUPTED = new Rejection(
            RejectionCode.MEDIA_URL_INTERRUPTED, "The service stopped while fetching. Nothing is wrong: try again.");

    private static final Logger LOGGER = Logger.getLogger(FetchAttempt.class);
    private static final Rejection FAILED = new Rejection(
            RejectionCode.MEDIA_URL_INTERRUPTED, "The file could not be stored. Nothing is wrong with it: try again.");

    /** What so many replicas have died of is not tried on another one. */
    private static final int MOST_ATTEMPTS = 5;

    private final UrlFetch fetch;
    private final UploadExamination examination;
    private final MediaMetrics metrics;
    private volatile boolean stopping;

    FetchAttempt(UrlFetch fetch, UploadExamination examination, MediaMetrics metrics) {
        this.fetch = fetch;
        this.examination = examination;
        this.metrics = metrics;
    }

    /** From now on what fails fails because this replica stops, and is left to the others. */
    void stop() {
        stopping = true;
    }

    /** How it ended, empty when it has not: another replica goes on. */
    Optional<Examination> run(FetchJob job, MediaAsset asset, FetchLog log) {
        long started = metrics.start();
        Optional<Examination> end = end(job, asset, log);
        end.ifPresent(seen -> metrics.fetched(seen, started));
        return end;
    }

    private Optional<Examination> end(FetchJob job, MediaAsset asset, FetchLog log) {
        try {
            return Optional.of(bring(job, asset, log));
        } catch (LeaseLostException _) {
            LOGGER.infof("%s is fetched by another replica", asset.id);
            return Optional.empty();
        } catch (FetchFailure failure) {
            return ended(asset, log, failure.rejection());
        } catch (RuntimeException e) {
            LOGGER.warnf("%s could not be stored: %s", asset.id, e.toString());
            return ended(asset, log, FAILED);
        }
    }

    private Examination bring(FetchJob job, MediaAsset asset, FetchLog log) {
        if (job.attempts() > 1) {
            Examination seen = examination.examine(asset);
            if (!(seen instanceof Examination.NotUploaded)) {
                return seen;
            }
        }
        if (job.attempts() > MOST_ATTEMPTS) {
            discard(asset, log);
            return new Examination.NotFetched(INTERRUPTED);
        }
        fetch.fetch(job.url(), asset.storageKey, job.reached(), log);
        return examination.examine(asset);
    }

    private Optional<Examination> ended(MediaAsset asset, FetchLog log, Rejection reason) {
        if (stopping || !log.isHeld()) {
            return Optional.empty();
        }
        discard(asset, log);
        return Optional.of(new Examination.NotFetched(reason));
    }

    /** Removes the parts that are in the store of a file that will not become whole. */
    void discard(MediaAsset asset, FetchLog log) {
        log.latest().ifPresent(reached -> fetch.discard(asset.storageKey, reached));
    }
}
