import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addFiles, makeFolder } from '../folder.ts';
import { bin } from './run.ts';

/** A machine: its zone, its language, and the moment that its clock shows, in its own time. */
interface Machine {
  readonly zone: string;
  readonly language: string;
  readonly moment: string;
}

/** The last second of a quarter and of a year and the first of the next, where days begin first and last. */
const machines: readonly Machine[] = [
  { zone: 'UTC', language: 'C', moment: '2024-06-12T12:00:00' },
  { zone: 'Pacific/Kiritimati', language: 'tr_TR.UTF-8', moment: '2024-03-31T23:59:59' },
  { zone: 'Pacific/Honolulu', language: 'de_DE.UTF-8', moment: '2024-03-31T23:59:59' },
  { zone: 'Pacific/Apia', language: 'sv_SE.UTF-8', moment: '2024-04-01T00:00:00' },
  { zone: 'Asia/Kathmandu', language: 'az_AZ.UTF-8', moment: '2023-12-31T23:59:59' },
  // Its clocks once skipped midnight.
  { zone: 'America/Sao_Paulo', language: 'lt_LT.UTF-8', moment: '2018-11-04T01:00:00' },
];

/** Moves the clock of a process: no time passes there but what stopwatches measure. */
const clock = `
const RealDate = Date;
const now = () => new RealDate(process.env.MOMENT).getTime();
globalThis.Date = class extends RealDate {
  constructor(...args) { super(...(args.length === 0 ? [now()] : args)); }
  static now() { return now(); }
};
`;

const environment = ({ zone, language, moment }: Machine, folder: string) => {
  const { NO_COLOR, FORCE_COLOR, CI, LC_ALL, LANG, LANGUAGE, LC_CTYPE, ...inherited } = process.env;
  const NODE_OPTIONS = `--import=${join(folder, 'clock.mjs')}`;
  return { ...inherited, TZ: zone, LC_ALL: language, LANG: language, MOMENT: moment, NODE_OPTIONS };
};

const post = (title: string, date: string) =>
  `---\nTITLE: ${title}\ntitle: "${title}"\nDATE: ${date}\ndate: ${date}\n---\n\n# ${title}\n\n` +
  '## İSTANBUL ISPARTA ılık\n\nIn MAYIS and JULI, the INDIGO, Indigo and indıgo titles; see [it](#istanbul-isparta-ilik) and\n' +
  '[here](z.md) or [there](ä.md), Q2 2024 and Q3 2023, last quarter, on 31 March 2024 at midnight.\n' +
  'It is is in TITLE, Title and tıtle&nbsp;form.\n\n## Summary\n\n## Fİnance\n\nText.\n';

const posts = {
  'ä.md': post('Q1 2024 Recap', '2024-03-31T23:59:59Z'),
  'z.md': post('Q2 2024 Recap', '2024-06-30T24:00:00+14:00'),
  'Z.md': post('İlk Q3 2024 RECAP', '"2024-10-01T00:00:00-10:00"'),
  'İ.md': post('Ilık Q4 2024 recap', '2024-12-31'),
  'ı.md': post('SON Q1 2024 Recap', '2018-11-04T00:00:00'),
  'i.md': post('Mai 2024', '2024-05-31'),
  // Refused, in a sentence with numbers of four digits.
  'deep.md': '*a '.repeat(25_000),
  ...Object.fromEntries(
    [1, 2, 3, 4].map((quarter) => [
      `recaps/q${quarter}-2023-recap.md`,
      `---\ntitle: "Q${quarter} 2023 Recap"\ndate: 2023-${String(quarter * 3 + 1)
        .padStart(2, '0')
        .replace('13', '12')}-05\n---\n\n## INDEX\n\nText.\n`,
    ]),
  ),
  '.recaplintrc.json': JSON.stringify({
    extends: ['recaplint:strict'],
    terms: { INDIGO: true, Title: ['TITLE', 'tıtle'] },
    series: [{ name: 'ıssues', files: ['*.md'], language: 'de', sections: ['Summary', 'FINANCE'] }],
  }),
};

/** All that a machine prints and writes of the posts. */
function printed(cwd: string, machine: Machine): string {
  const env = environment(machine, cwd);
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
      cwd,
      env,
      encoding: 'utf8',
    });
    return `${args[0]} ${status}\n${stdout}\n${stderr}`;
  };
  const said = [
    run('.', '--format', 'json', '--format', 'stylish=report.txt', '--format', 'junit=report.xml'),
    readFileSync(join(cwd, 'report.txt'), 'utf8'),
    readFileSync(join(cwd, 'report.xml'), 'utf8'),
    run('facts', '.'),
    run('init', '--dry-run', 'recaps'),
    run('new', '2024-Q1', '--series', 'recaps', '--dry-run'),
    run('new', '2024-Q1'),
  ];
  rmSync(join(cwd, 'recaps', 'q1-2024-recap.md'), { force: true });
  return said.join('\n');
}

test('the findings, facts, configurations and drafts are the same on every machine, at every moment', () => {
  const cwd = makeFolder({ '.git/HEAD': '', 'clock.mjs': clock, ...posts });
  const here = printed(cwd, machines[0]!);
  expect(here.length).toBeGreaterThan(5_000);
  for (const part of ['INDIGO', '"version":', 'init 0', 'new 0', '20,000']) expect(here).toContain(part);
  for (const machine of machines.slice(1)) expect(printed(cwd, machine), JSON.stringify(machine)).toBe(here);
});

test('the machines do differ', () => {
  const folder = makeFolder();
  addFiles(folder, { 'clock.mjs': clock });
  const program = `console.log(Intl.DateTimeFormat().resolvedOptions().locale, new Date().getMonth(),
    Date.now(), 1234.5.toLocaleString(), ['z', 'ä'].sort((a, b) => a.localeCompare(b)).join(''))`;
  const seen = machines.map((machine) => {
    const env = environment(machine, folder);
    return spawnSync(process.execPath, ['-e', program], { cwd: folder, env, encoding: 'utf8' }).stdout;
  });
  expect(new Set(seen).size).toBe(machines.length);
  expect(seen.map((line) => line.split(' ')[1])).toEqual(['5', '2', '2', '3', '11', '10']);
  expect(seen.map((line) => line.slice(0, 2))).toEqual(['en', 'tr', 'de', 'sv', 'az', 'lt']);
  expect(seen[3]).toMatch(/1\u00A0234,5 zä\n$/);
});
