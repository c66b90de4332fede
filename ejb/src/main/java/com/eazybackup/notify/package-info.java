/**
 * Mail: texts, the outbox, and who takes it to the mail server. Whoever wants one fires {@code
 * platform.MailWanted}.
 */
package com.eazybackup.notify;
