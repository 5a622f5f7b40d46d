/** The text of a component or of an element that holds no sentences, and what a component goes on with. */
export function standsInComponent(source: string, end: number): boolean {
  const behind = source.slice(end, end + 80);
  return /^\s*<\/(?:[A-Z][A-Za-z0-9.]*[a-z]|li|t[dhr]|d[td]|button|figcaption|caption|summary|label|legend|aside|center|h[1-6])\b|^[ \t]*\r?\n?[ \t]*<[A-Z]/.test(
    behind,
  );
}

/** Before a component, whatever it holds; before another element where the words say that something follows. */
export function standsBeforeElement(behind: string, isAnnounced: boolean): boolean {
  const next = /^(?:\s*<\/[a-z]{1,10}>)?\s*<([A-Za-z][A-Za-z0-9]{0,30})/.exec(behind)?.[1];
  if (next === undefined) return false;
  if (/^[A-Z]\w*[a-z]/.test(next)) return true;
  return !/^(?:p|h[1-6]|br|hr|b|i|a|em|strong|span|code|div)$/i.test(next) && isAnnounced;
}
