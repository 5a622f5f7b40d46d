import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { addFiles } from '../folder.ts';

function mount(folder: string, options: string): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status === 0;
}

function tryToMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'recaplint-mount-'));
  const works = mount(folder, 'size=64k');
  if (works) spawnSync('umount', [folder]);
  rmdirSync(folder);
  return works;
}

/** Whether this process may mount a file system: root can, outside most containers. */
export const canMount = tryToMount();

/** Mounts a disk of 256 KB in memory, with files on it, until the test is over. */
export function smallDisk(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'recaplint-disk-'));
  if (!mount(folder, 'size=256k')) throw new Error('no disk could be mounted');
  onTestFinished(() => {
    spawnSync('umount', [folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  addFiles(folder, files);
  return folder;
}

/** Fills a disk to the last block but some, which are of 4 KB. */
export function fill(disk: string, free = 0): void {
  for (let block = 0; ; block++) {
    try {
      writeFileSync(join(disk, `filler-${block}`), Buffer.alloc(4096));
    } catch {
      rmSync(join(disk, `filler-${block}`));
      for (let freed = 1; freed <= free; freed++) rmSync(join(disk, `filler-${block - freed}`));
      return;
    }
  }
}

/** From now on nothing on the disk can be changed. */
export function makeReadOnly(disk: string): void {
  spawnSync('mount', ['-o', 'remount,ro', disk]);
}
