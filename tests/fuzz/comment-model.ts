const directive = /<!-- recaplint-([\w-]+)(.*) -->/;
const rules = ['no-word', 'other'];
const verbs = ['disable', 'enable', 'disable-line', 'disable-next-line', 'disable-file'];

interface Said {
  readonly verb: string;
  /** Rules that it names and that exist; null: all. */
  readonly rules: readonly string[] | null;
}

/** What the comment of a line says; null where there is none that counts. */
function saidBy(line: string): Said | null {
  const [, verb = '', rest = ''] = directive.exec(line) ?? [];
  if (!verbs.includes(verb)) return null;
  const named = rest
    .split(' --')[0]!
    .split(/[\s,]+/)
    .filter(Boolean);
  const known = named.filter((name) => rules.includes(name));
  if (named.length > 0 && known.length === 0) return null;
  return { verb, rules: named.length === 0 ? null : known };
}

/**
 * Which rules are suppressed in each of some lines between blank ones, as the documentation says it: a plain model, which goes
 * through the lines in order and through all of them for each comment.
 */
export function suppressedLines(lines: readonly string[]): Set<string>[] {
  const suppressed = lines.map(() => new Set<string>());
  const add = (from: number, to: number, { rules: named }: Said) => {
    for (const line of suppressed.slice(from, to)) for (const id of named ?? rules) line.add(id);
  };
  for (const [index, line] of lines.entries()) {
    const said = saidBy(line);
    if (said?.verb === 'disable-file') add(0, lines.length, said);
    if (said?.verb === 'disable-line') add(index, index + 1, said);
    if (said?.verb === 'disable-next-line') {
      const next = lines.findIndex((other, at) => at > index && other !== '');
      if (next >= 0) add(next, next + 1, said);
    }
    // What stands before the comment in its line is not suppressed by it: it begins behind it.
    if (said?.verb !== 'disable') continue;
    for (const id of said.rules ?? [null])
      add(index + 1, endOf(lines, index, id), { ...said, rules: id === null ? null : [id] });
  }
  return suppressed;
}

/** The line of the next comment that enables a rule, or all where `id` is null, behind one that disables it. */
function endOf(lines: readonly string[], from: number, id: string | null): number {
  const at = lines.findIndex((line, index) => {
    const said = index > from ? saidBy(line) : null;
    return said?.verb === 'enable' && (said.rules === null || (id !== null && said.rules.includes(id)));
  });
  // What stands before the comment in its line is still suppressed.
  return at < 0 ? lines.length : at + 1;
}
