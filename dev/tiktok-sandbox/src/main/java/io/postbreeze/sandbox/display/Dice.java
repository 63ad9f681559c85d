package io.postbreeze.sandbox.display;

/** Chance that falls the same way every time: numbers that depend on nothing but an id and what they are for. */
final class Dice {
    /** Another seed is another world: the same posts, with other numbers. */
    private static final long SEED = 0x5EED_0F_7A57EL;

    private Dice() {}

    /** A number from 0 (inclusive) to 1 (exclusive) for an id and a purpose. */
    static double of(long id, String purpose) {
        long bits = mixed(mixed(id ^ SEED) + purpose.hashCode());
        return (bits >>> 11) * 0x1.0p-53;
    }

    /** A number between two others. */
    static double between(long id, String purpose, double least, double most) {
        return least + (most - least) * of(id, purpose);
    }

    /** The finishing step of SplitMix64: every bit of the result depends on every bit of the input. */
    private static long mixed(long value) {
        long bits = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return bits ^ (bits >>> 31);
    }
}
