package io.postbreeze.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.postbreeze.client.ApiClient;
import io.postbreeze.client.ApiException;
import io.postbreeze.client.api.MediaApi;
import io.postbreeze.client.api.PostsApi;
import io.postbreeze.client.api.SocialAccountsApi;
import io.postbreeze.client.model.AccountStatus;
import io.postbreeze.client.model.Error;
import io.postbreeze.client.model.FlatPostRequest;
import io.postbreeze.client.model.FlatTarget;
import io.postbreeze.client.model.MediaAsset;
import io.postbreeze.client.model.PersonalOptions;
import io.postbreeze.client.model.Platform;
import io.postbreeze.client.model.PlatformOptions;
import io.postbreeze.client.model.Post;
import io.postbreeze.client.model.PostRequest;
import io.postbreeze.client.model.PostStatus;
import io.postbreeze.client.model.Privacy;
import io.postbreeze.client.model.SocialAccount;
import io.postbreeze.client.model.Upload;
import io.postbreeze.client.model.UploadRequest;
import io.postbreeze.testkit.SampleVideo;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The clients that anyone can generate from the document do what it says. */
@ExtendWith(StackExtension.class)
class ClientsIT {
    private static final Path HERE = Path.of(System.getProperty("basedir", "."));
    private static final Path SMOKE =
            HERE.resolve("../clients/typescript/target/smoke.js").normalize();
    private static final Path DOCUMENT = HERE.resolve("../../docs/openapi.json").normalize();

    private final RunningStack stack;
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    ClientsIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void java_walks_through_the_api() throws Exception {
        ApiClient client = new ApiClient();
        client.updateBaseUri(stack.value("POSTBREEZE_API"));
        String key = stack.value("POSTBREEZE_API_KEY");
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + key));

        SocialAccount account = new SocialAccountsApi(client)
                .listSocialAccounts(null, null, null, null).stream()
                        .filter(candidate -> candidate.getStatus() == AccountStatus.ACTIVE
                                && candidate.getPlatform() == Platform.TIKTOK_PERSONAL)
                        .findFirst()
                        .orElseThrow();
        String media = upload(new MediaApi(client));
        PostsApi posts = new PostsApi(client);
        Post created = posts.createPost(draft("From the Java client", media, account.getId()), null);
        assertThat(created.getStatus()).isEqualTo(PostStatus.DRAFT);

        Post found = posts.getPost(created.getId());
        assertThat(found).isEqualTo(created);
        assertThat(found.getScheduledAt()).isNull();
        assertThat(posts.getPostTimeline(created.getId())).isNotEmpty();

        PostRequest tooLong = draft("x".repeat(2201), media, account.getId());
        ApiException refused = catchThrowableOfType(ApiException.class, () -> posts.createPost(tooLong, null));
        assertThat(refused.getCode()).isEqualTo(422);
        Error error = ApiClient.createDefaultObjectMapper().readValue(refused.getResponseBody(), Error.class);
        assertThat(error.getCode()).isEqualTo("TT_CAPTION_TOO_LONG");
        assertThat(error.getDetails().getFirst().getPath()).isEqualTo("content");
    }

    @Test
    void typescript_walks_through_the_api() throws Exception {
        assumeTrue(Files.exists(SMOKE), "The TypeScript client was not built: npm is missing");
        Path log = folder.resolve("smoke.log");
        ProcessBuilder builder = new ProcessBuilder("node", SMOKE.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("POSTBREEZE_API", stack.value("POSTBREEZE_API"));
        builder.environment().put("POSTBREEZE_API_KEY", stack.value("POSTBREEZE_API_KEY"));
        builder.environment().put("POSTBREEZE_SAMPLE", sample().toString());
        Process smoke = builder.start();
        boolean ended = smoke.waitFor(60, TimeUnit.SECONDS);
        smoke.destroyForcibly();
        assertThat(ended).as("node ends").isTrue();
        assertThat(Files.readString(log)).contains("SMOKE OK");
    }

    @Test
    void the_gateway_shows_the_document_and_its_page() throws Exception {
        String gateway = stack.value("POSTBREEZE_API");
        boolean same = get(gateway + "/openapi.json").equals(Files.readString(DOCUMENT));
        assertThat(same).as("/openapi.json is docs/openapi.json").isTrue();
        assertThat(get(gateway + "/docs")).contains("/docs/swagger-ui-bundle.js");
        assertThat(get(gateway + "/docs/swagger-ui-bundle.js")).contains("SwaggerUIBundle");
        assertThat(get(gateway + "/docs/errors")).contains("id=\"tt_privacy_required\"");
        assertThat(get(gateway + "/docs/swagger-ui.css")).contains(".swagger-ui");
    }

    private String upload(MediaApi api) throws Exception {
        Path video = sample();
        UploadRequest wish = new UploadRequest()
                .filename("clip.mp4")
                .contentType("video/mp4")
                .bytes(Files.size(video));
        Upload upload = api.createUpload(wish, null);
        HttpRequest.Builder put = HttpRequest.newBuilder(URI.create(upload.getUploadUrl()));
        upload.getHeaders().forEach(put::header);
        assertThat(http.send(put.PUT(BodyPublishers.ofFile(video)).build(), BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
        MediaAsset asset = api.getMedia(upload.getMediaAsset().getId());
        assertThat(asset.getStatus()).isEqualTo(MediaAsset.StatusEnum.READY);
        return asset.getId();
    }

    private static PostRequest draft(String caption, String media, String account) {
        PersonalOptions options = new PersonalOptions()
                .platform(PersonalOptions.PlatformEnum.TIKTOK_PERSONAL)
                .privacy(Privacy.SELF_ONLY);
        FlatTarget target = new FlatTarget().accountId(account).platformOptions(new PlatformOptions(options));
        return new PostRequest(
                new FlatPostRequest().content(caption).addMediaIdsItem(media).addPlatformsItem(target));
    }

    private String get(String address) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                .body();
    }

    private Path sample() {
        return SampleVideo.paddedTo(SampleVideo.bytes().length, folder.resolve("clip.mp4"));
    }
}
