package com.eazybackup.web;

import java.util.Locale;

/** A colour, and how it reads beside another (WCAG 2.2, relative luminance and contrast ratio). */
record Colour(int red, int green, int blue) {

    static final Colour BLACK = new Colour(0, 0, 0);
    static final Colour WHITE = new Colour(255, 255, 255);

    private static final int FULL = 255;

    /**
     * @param hex {@code #rrggbb}
     */
    static Colour of(String hex) {
        int value = Integer.parseInt(hex.substring(1), 16);
        return new Colour(value >> 16 & FULL, value >> 8 & FULL, value & FULL);
    }

    String hex() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }

    double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double share = channel / (double) FULL;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /**
     * @return from 1 (the same) to 21 (black on white)
     */
    double contrast(Colour other) {
        double bright = Math.max(luminance(), other.luminance());
        double dark = Math.min(luminance(), other.luminance());
        return (bright + 0.05) / (dark + 0.05);
    }

    /**
     * @param share of the other colour, 0 to 1
     */
    Colour mix(Colour other, double share) {
        return new Colour(
                mix(red, other.red, share),
                mix(green, other.green, share),
                mix(blue, other.blue, share));
    }

    private static int mix(int own, int other, double share) {
        return (int) Math.round(own + (other - own) * share);
    }

    /** The nearest colour on the way to another that reads on all the grounds. */
    Colour until(Colour end, double contrast, Colour... grounds) {
        for (double share = 0; share < 1; share += 0.02) {
            Colour candidate = mix(end, share);
            if (candidate.readsOn(contrast, grounds)) {
                return candidate;
            }
        }
        return end;
    }

    private boolean readsOn(double contrast, Colour... grounds) {
        for (Colour ground : grounds) {
            if (contrast(ground) < contrast) {
                return false;
            }
        }
        return true;
    }
}
