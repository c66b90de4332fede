/**
 * One live connection per Comet Server: signing in, frames, silence, and when to try again. What a
 * frame means is not known here; whoever wants them is a {@link
 * com.eazybackup.comet.stream.FrameSink}.
 */
package com.eazybackup.comet.stream;
