import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { bin } from './run.ts';

const asNobody = ['--reuid', '12345', '--clear-groups', 'env', '-u', 'HOME'];
// Also where the checkout itself lies in a folder that is closed to others.
const canChange = spawnSync('setpriv', [...asNobody, 'test', '-r', bin]).status === 0;

// As in a container that is run as any user. cosmiconfig asks for the user's folder when it is loaded.
test.skipIf(!canChange)(
  'lints as a user that the system does not know (skipped where users cannot be changed, or not read the checkout)',
  () => {
    const cwd = makeFolder({
      '.git': null,
      '.recaplintrc.json': '{ "rules": {} }',
      'a.md': 'A&nbsp;word.\n',
    });
    chmodSync(cwd, 0o755);
    const { status, stderr, stdout } = spawnSync('setpriv', [...asNobody, process.execPath, bin, 'a.md'], {
      cwd,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('no-nbsp');
  },
);
