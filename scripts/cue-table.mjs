import { markdownTable } from './markers.mjs';

const placeNames = {
  intro: 'introduction',
  summary: 'summary',
  'section-start': 'first paragraph of a section',
  body: 'text',
};

/** The cues that tell the role of a period, in the order in which they are asked. */
export function cueTable(cues) {
  const rows = cues.map(({ name, role, reason, example, places }, index) => [
    String(index + 1),
    `\`${name}\``,
    role,
    reason,
    example.replace('[', '**').replace(']', '**'),
    places?.map((place) => placeNames[place]).join(', ') ?? 'anywhere',
  ]);
  return markdownTable(['', 'cue', 'role', 'because', 'for example', 'where'], rows);
}
