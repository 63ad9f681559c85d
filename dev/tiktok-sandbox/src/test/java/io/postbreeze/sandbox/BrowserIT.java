package io.postbreeze.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.postbreeze.sandbox.state.Post;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages in a real browser, on a phone and on a desk, in light and dark. */
class BrowserIT {
    private static final String LONG =
            "The longest word is Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamten"
                    + "gesellschaft 🎉👨‍👩‍👧‍👦 #slowliving @sandbox_private ".repeat(20);
    private static final int PHONE = 360;
    private static final int DESK = 1280;

    @TempDir
    static Path directory;

    @TempDir
    static Path profile;

    private static Sandbox sandbox;
    private static Browser browser;
    private static Post video;
    private static Post photos;

    @BeforeAll
    static void open() throws IOException {
        Optional<Path> program = Browser.installed();
        assumeTrue(program.isPresent(), "There is no Chromium on the PATH, so nobody looks at the pages");
        Scene scene = new Scene(directory, Clock.systemUTC());
        video = scene.video(Scene.CREATOR, Scene.info(LONG, Scene.PUBLIC), Duration.ofHours(30));
        photos = scene.photos(Scene.CREATOR, Scene.carousel(LONG, LONG, 0), Duration.ofHours(3), Scene.pictures(12));
        scene.unfinished(Scene.CREATOR, LONG, "picture_size_check_failed", 48_000_000);
        scene.unfinished(Scene.CREATOR, LONG, null, 12_000_000);
        sandbox = Sandbox.start(SandboxConfig.forTests(directory));
        browser = Browser.start(program.get(), profile);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
            sandbox.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/, 360, true", "/, 1280, false",
        "/@sandbox_creator, 360, false", "/@sandbox_creator, 1280, true",
        "VIDEO, 360, true", "VIDEO, 1280, false",
        "PHOTOS, 360, false", "PHOTOS, 1280, true",
        "/operator, 360, true", "/operator, 1280, false",
        "/@nobody, 360, false", "CONSENT, 360, true"
    })
    void everyPageFitsItsWindowAndRunsWithoutAComplaint(String path, int width, boolean dark) {
        browser.open(sandbox.baseUrl() + address(path), width, width == PHONE ? 740 : 900, dark);

        assertThat(browser.overflow()).isZero();
        assertThat(browser.complaints().stream().filter(said -> !said.contains("404 (Not Found)")))
                .isEmpty();
        assertThat(browser.text("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo(dark ? "rgb(14, 14, 18)" : "rgb(246, 246, 248)");
        assertThat(browser.text(UNNAMED)).isEmpty();
        assertThat(browser.text(UNREADABLE)).isEmpty();
    }

    @Test
    void tilesShowTheirCovers() {
        browser.open(sandbox.baseUrl() + "/@sandbox_creator", PHONE, 740, true);

        browser.await("document.querySelector('.tile video').readyState >= 2");
        browser.await("document.querySelector('.tile img').naturalWidth === 270");
    }

    @Test
    void aVideoReallyPlays() {
        browser.open(sandbox.baseUrl() + address("VIDEO"), PHONE, 740, false);
        browser.await("document.querySelector('video').readyState >= 2");
        browser.value(
                "(v => { v.muted = true; v.currentTime = 11; return v.play(); })(document.querySelector('video'))");

        browser.await("document.querySelector('video').currentTime > 11.2");
        assertThat(browser.number("document.querySelector('video').videoWidth")).isEqualTo(1_080);
    }

    @Test
    void aCarouselIsSwipedClickedAndDrivenByKeys() {
        browser.open(sandbox.baseUrl() + address("PHOTOS"), PHONE, 740, true);
        assertThat(browser.number("document.querySelectorAll('.dots button').length"))
                .isEqualTo(12);
        assertThat(at()).isEqualTo("1");
        assertThat(browser.value("document.querySelector('.previous').disabled"))
                .isEqualTo(true);

        browser.value("document.querySelector('.next').click()");
        browser.await("document.querySelector('.at').textContent === '2'");
        browser.value("document.querySelectorAll('.dots button')[11].click()");
        browser.await("document.querySelector('.at').textContent === '12'");
        assertThat(browser.value("document.querySelector('.next').disabled")).isEqualTo(true);
        browser.value("document.querySelector('.slides').focus()");
        press("ArrowLeft", 37);
        browser.await("document.querySelector('.at').textContent === '11'");
        press("Home", 36);
        browser.await("document.querySelector('.at').textContent === '1'");
        browser.value("document.querySelector('.slides').scrollBy({left: 250, behavior: 'instant'})");
        browser.await("document.querySelector('.at').textContent === '2'");
        assertThat(browser.number("document.querySelectorAll('.dots [aria-current]').length"))
                .isEqualTo(1);
    }

    @Test
    void whatIsNewOnAProfileAppearsByItself() {
        browser.open(sandbox.baseUrl() + "/@sandbox_newcomer", PHONE, 740, false);
        Client client = new Client(sandbox.baseUrl());
        client.init(client.accessToken("sandbox_newcomer"), "SELF_ONLY", 100, 100, 1);

        browser.await("document.body.textContent.includes('Not on the profile')");
    }

    @Test
    void theOperatorSeesCallsAndSetsCreatorsFaultsAndTheClock() {
        Client client = new Client(sandbox.baseUrl());
        String token = client.accessToken("sandbox_creator");
        client.init(token, "SELF_ONLY", 100, 99, 1);
        browser.open(sandbox.baseUrl() + "/operator", DESK, 900, true);

        browser.await("document.querySelector('#request-table tbody').textContent.includes('400 invalid_params')");
        browser.value("document.getElementById('request-filter').value = 'no such words'");
        browser.value("document.getElementById('request-filter').dispatchEvent(new Event('input'))");
        assertThat(browser.value("[...document.querySelectorAll('#request-table tbody tr')].every(row => row.hidden)"))
                .isEqualTo(true);

        fill("creator-add", "handle", "by_hand");
        submit("creator-add");
        browser.await("document.getElementById('creator-list').textContent.includes('@by_hand')");
        browser.value("[...document.querySelectorAll('#creator-list details')].at(-1).open = true");
        browser.await("document.querySelector('#creator-list form')");
        browser.value("document.querySelector('#creator-list form').elements.banned.click()");
        browser.value("document.querySelector('#creator-list form').requestSubmit()");
        browser.await(
                "document.querySelector('#creator-list details:last-child summary').textContent.includes('Banned')");

        fill("fault-add", "endpoint", "/v2/user/info/");
        fill("fault-add", "action", "status");
        submit("fault-add");
        browser.await("document.getElementById('fault-list').textContent.includes('/v2/user/info/')");
        client.get("/v2/user/info/?fields=open_id", token);
        browser.await("document.getElementById('fault-list').textContent.includes('struck 1')");
        browser.value("document.getElementById('fault-clear').click()");
        browser.await("document.getElementById('fault-list').childElementCount === 0");

        browser.value("document.querySelector('[data-advance=PT24H]').click()");
        browser.await("document.getElementById('clock-ahead').textContent.includes('1 d')");
        fill("setting-form", "postsPerDay", "3");
        submit("setting-form");
        browser.await("fetch('/sandbox/settings').then(a => a.json()).then(s => s.postsPerDay === 3)");
        assertThat(browser.complaints()).isEmpty();
    }

    private static String address(String path) {
        return switch (path) {
            case "VIDEO" -> "/@sandbox_creator/post/" + video.publishId();
            case "PHOTOS" -> "/@sandbox_creator/post/" + photos.publishId();
            case "CONSENT" ->
                "/v2/auth/authorize/?client_key=sandbox-client-key&response_type=code&state=s"
                        + "&scope=user.info.basic,video.publish&redirect_uri=" + Client.REDIRECT;
            default -> path;
        };
    }

    private static String at() {
        return browser.text("document.querySelector('.at').textContent");
    }

    private static void press(String key, int code) {
        JsonObject event = new JsonObject().put("key", key).put("code", key).put("windowsVirtualKeyCode", code);
        browser.call("Input.dispatchKeyEvent", event.copy().put("type", "keyDown"));
        browser.call("Input.dispatchKeyEvent", event.put("type", "keyUp"));
    }

    private static void fill(String form, String name, String value) {
        browser.value(
                "(e => { e.value = '%s'; e.dispatchEvent(new Event('change')); })(document.getElementById('%s').elements.%s)"
                        .formatted(value, form, name));
    }

    private static void submit(String form) {
        browser.value("document.getElementById('" + form + "').requestSubmit()");
    }

    /** Controls and pictures that a screen reader could not name. */
    private static final String UNNAMED = """
            [...document.querySelectorAll('button, a, input, select, img')]
              .filter(e => e.checkVisibility() && !(e.textContent.trim() || e.getAttribute('aria-label')
                || e.hasAttribute('alt') || e.labels?.length))
              .map(e => e.outerHTML).join(' ')""";

    /** Text with less contrast to the plain background beneath it than 4.5. */
    private static final String UNREADABLE = """
            (() => {
              const light = c => c.slice(0, 3).map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
                .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
              const colour = s => s.startsWith('rgb') ? (n => n[3] === undefined || n[3] === 1 ? n : null)(s.match(/[\\d.]+/g).map(Number)) : null;
              const ground = e => { for (; e; e = e.parentElement) { const s = getComputedStyle(e);
                if (s.backgroundImage !== 'none') return null;
                if (s.backgroundColor !== 'rgba(0, 0, 0, 0)') return colour(s.backgroundColor); } return null; };
              return [...document.querySelectorAll('main *')].filter(e => e.checkVisibility() && !e.closest('.tile, .stage, .sr')
                  && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())).filter(e => {
                const text = colour(getComputedStyle(e).color), under = ground(e);
                if (!text || !under) return false;
                const [a, b] = [light(text), light(under)].sort((x, y) => y - x);
                return (a + .05) / (b + .05) < 4.5;
              }).map(e => e.outerHTML.slice(0, 120)).join(' ');
            })()""";
}
