package io.postbreeze.postapi.post.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Bodies of posts as careless and hostile clients send them: about half are sound. The same for the same seed. */
public final class GeneratedBodies {
    private static final List<String> CAPTIONS = List.of(
            "", "Hello", "Launch week ✨ #one @two", "a\nb\tc\r\n", "مرحبا", "x".repeat(2_200), "😀".repeat(1_100));
    private static final List<String> TIMES = List.of(
            "2099-06-02T12:00:00Z",
            "2099-12-31T23:59:59.999999999+14:00",
            "2400-02-29T00:00:00-12:00",
            "9999-12-31T00:00Z");
    private static final List<String> PRIVACY = List.of("PUBLIC_TO_EVERYONE", "MUTUAL_FOLLOW_FRIENDS", "SELF_ONLY");
    private static final List<String> FLAGS = List.of(
            "allowComments",
            "allowDuet",
            "allowStitch",
            "autoAddMusic",
            "brandOrganicToggle",
            "brandContentToggle",
            "isAigc",
            "autoRepair");

    private final SplittableRandom random;
    private final Junk junk;
    private final List<String> accounts;
    private final List<String> media;

    /** The bodies of a seed that name these accounts and files. */
    public GeneratedBodies(long seed, List<String> accounts, List<String> media) {
        this.random = new SplittableRandom(seed);
        this.junk = new Junk(random);
        this.accounts = List.copyOf(accounts);
        this.media = List.copyOf(media);
    }

    /** The next one. */
    public Map<String, Object> next() {
        if (random.nextInt(20) == 0) {
            return junk.object(3);
        }
        Map<String, Object> body = sound(random.nextBoolean() ? Shape.FLAT : Shape.NESTED);
        for (int spoils = random.nextInt(8) - 3; spoils > 0; spoils--) {
            spoil(body);
        }
        return body;
    }

    private Map<String, Object> sound(Shape shape) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(shape.caption(), junk.one(CAPTIONS));
        switch (random.nextInt(4)) {
            case 0 -> body.put("publishNow", true);
            case 1 -> body.put(shape.draftScheduledAt(), junk.one(TIMES));
            default -> body.put(shape.scheduledAt(), junk.one(TIMES));
        }
        if (random.nextBoolean()) {
            body.put("timezone", junk.one(List.of("Europe/Berlin", "UTC", "Asia/Kathmandu")));
        }
        String file = junk.one(media);
        body.put("mediaIds", new ArrayList<>(List.of(file)));
        body.put("mediaAltText", new LinkedHashMap<>(Map.of(file, "A cat")));
        List<Object> targets = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            String account = junk.one(accounts);
            if (named.add(account)) {
                targets.add(target(shape, account));
            }
        }
        body.put(shape.targets(), targets);
        return body;
    }

    private Map<String, Object> target(Shape shape, String account) {
        Map<String, Object> target = new LinkedHashMap<>();
        target.put(shape.accountId(), account);
        if (random.nextInt(3) == 0) {
            target.put("captionOverride", junk.one(CAPTIONS));
        }
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("platform", "TIKTOK_PERSONAL");
        options.put("privacy", junk.one(PRIVACY));
        for (String flag : FLAGS) {
            if (random.nextInt(4) == 0) {
                options.put(flag, random.nextInt(3) == 0);
            }
        }
        if (random.nextInt(3) == 0) {
            options.put("videoCoverTimestampMs", random.nextInt(13_000));
        }
        if (random.nextInt(4) == 0) {
            options.put("postMode", random.nextBoolean() ? "DIRECT_POST" : "MEDIA_UPLOAD");
        }
        target.put("platformOptions", options);
        return target;
    }

    @SuppressWarnings("unchecked") // Containers are made here, and of these two types only.
    private void spoil(Map<String, Object> body) {
        List<Object> containers = new ArrayList<>();
        collect(body, containers);
        Object chosen = containers.get(random.nextInt(containers.size()));
        if (chosen instanceof Map<?, ?> map) {
            spoilObject((Map<String, Object>) map);
        } else {
            spoilList((List<Object>) chosen);
        }
    }

    private void spoilObject(Map<String, Object> object) {
        String key =
                object.isEmpty() ? junk.text() : List.copyOf(object.keySet()).get(random.nextInt(object.size()));
        switch (random.nextInt(6)) {
            case 0 -> object.remove(key);
            case 1 -> object.put(junk.name(), junk.value(3));
            case 2 -> object.put(junk.text(), junk.value(1));
            case 3 -> object.put(junk.name(), object.remove(key));
            default -> object.put(key, junk.value(3));
        }
    }

    private void spoilList(List<Object> list) {
        int last = list.size() - 1;
        switch (random.nextInt(5)) {
            case 0 -> list.clear();
            case 1 -> list.add(last < 0 ? junk.value(2) : list.getFirst());
            case 2 -> {
                for (int i = random.nextInt(120); i > 0; i--) {
                    list.add(last < 0 ? junk.text() : list.get(i % (last + 1)));
                }
            }
            case 3 -> list.add(junk.value(2));
            default -> {
                if (last >= 0) {
                    list.set(random.nextInt(last + 1), junk.value(2));
                }
            }
        }
    }

    private static void collect(Object value, List<Object> containers) {
        if (value instanceof Map<?, ?> map) {
            containers.add(map);
            map.values().forEach(inner -> collect(inner, containers));
        } else if (value instanceof List<?> list) {
            containers.add(list);
            list.forEach(inner -> collect(inner, containers));
        }
    }
}
