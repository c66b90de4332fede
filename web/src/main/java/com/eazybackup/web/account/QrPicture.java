package com.eazybackup.web.account;

import io.nayuki.qrcodegen.QrCode;

/**
 * A text as a square picture, drawn by one path, so that the page needs no picture from anywhere.
 *
 * @param size of its side in modules, the quiet zone included
 * @param path for an SVG of that size
 */
public record QrPicture(int size, String path) {

    /** What a camera needs around it. */
    private static final int QUIET = 4;

    static QrPicture of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x + QUIET).append(',').append(y + QUIET);
                    path.append("h1v1h-1z");
                }
            }
        }
        return new QrPicture(code.size + 2 * QUIET, path.toString());
    }

    public int getSize() {
        return size;
    }

    public String getPath() {
        return path;
    }
}
