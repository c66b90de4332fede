/** What of the page stands in its address, so that it survives a reload and can be sent to somebody. */
export function asked(name) {
  return new URLSearchParams(location.search).get(name) ?? '';
}

/**
 * Puts values into the address; an empty one leaves it.
 *
 * @param step whether Back undoes it: for what somebody has chosen, not for each letter that is typed
 */
export function put(values, step = false) {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(values)) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  // A comma needs no escape there, and people read these addresses.
  address.search = address.searchParams.toString().replaceAll('%2C', ',');
  if (address.href === location.href) return;
  if (step) history.pushState(history.state, '', address);
  else history.replaceState(history.state, '', address);
}
