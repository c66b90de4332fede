/**
 * What changed, brought to everybody who looks.
 *
 * <p>One tail per node reads the change feed; the hub keeps the last of it in memory and gives each
 * viewer what is its client's. A viewer costs a little memory and no query after its snapshot.
 */
package com.eazybackup.pulse;
