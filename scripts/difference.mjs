/**
 * `npm run difference [-- REF [FOLDER…]]`: what the working tree finds in real posts and a commit (by default HEAD) does not, and
 * the reverse, as a table by rule. Both are built; the packages are those of the working tree. Exit code 0 where nothing differs, 1
 * where something does, 2 where that could not be found out.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { differenceText, findingsDifference } from './findings-difference.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const most = 40;

const [ref = 'HEAD', ...named] = process.argv.slice(2);
const archives = process.env.RECAPLINT_CORPUS ?? join(root, '..', 'shared', 'corpus');
const folders = named.length > 0 ? named : [existsSync(archives) ? archives : join(root, 'content')];
const place = mkdtempSync(join(tmpdir(), 'recaplint-difference-'));
try {
  const difference = findingsDifference(lintedBy(checkedOut(ref)), lintedBy(root));
  process.stdout.write(differenceText(difference, most));
  process.exitCode = difference.gone.length + difference.added.length > 0 ? 1 : 0;
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
} finally {
  rmSync(place, { recursive: true, force: true });
}

/** A commit's files, without a trace in the repository. */
function checkedOut(commit) {
  const archive = execFileSync('git', ['archive', '--format=tar', commit], { cwd: root, maxBuffer: 2 ** 30 });
  execFileSync('tar', ['-x', '-C', place], { input: archive });
  symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'), 'junction');
  return place;
}

/** What recaplint says when it is built from a folder. */
function lintedBy(folder) {
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: folder });
  const args = [join(folder, 'bin/recaplint.js'), '--format', 'json', ...folders];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (status !== 0 && status !== 1) throw new Error(`recaplint of ${folder} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}
