/** Two letters for the mark beside a name. */
export function initials(name) {
  const words = name.split(/[\s@.-]+/).filter(Boolean);
  return (words.length > 1 ? words[0][0] + words[1][0] : name.slice(0, 2)).toUpperCase();
}
