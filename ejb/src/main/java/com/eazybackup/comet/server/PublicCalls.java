package com.eazybackup.comet.server;

import com.eazybackup.comet.Call;
import com.eazybackup.comet.CallKind;
import com.eazybackup.comet.CallsOf;
import com.eazybackup.comet.CometException;
import com.eazybackup.comet.RawAnswer;

/** What everybody may read, without signing in. */
@CallsOf(CallsOf.PUBLIC)
public interface PublicCalls {

    /** The name and colours of the server, and some of its limits. */
    @Call(value = "branding.props", safe = true)
    Branding branding() throws CometException;

    /** An image. */
    @Call(value = "logo.img", kind = CallKind.FILE, safe = true)
    RawAnswer logo() throws CometException;
}
