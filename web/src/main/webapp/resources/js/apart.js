/**
 * Sets an element apart: nothing else of the page can be reached, by pointer, key or screen reader.
 *
 * @param kept what can be reached all the same, such as where the page says what came of something
 * @returns how to let go
 */
export function setApart(element, kept = []) {
  const set = [];
  for (let one = element; one !== document.body; one = one.parentElement) {
    for (const other of one.parentElement.children) {
      // What the browser shows over everything sets itself apart.
      if (other === one || other.inert || other.matches('dialog, [popover]') || kept.some((part) => other.contains(part))) continue;
      other.inert = true;
      set.push(other);
    }
  }
  return () => {
    for (const other of set) other.inert = false;
  };
}
