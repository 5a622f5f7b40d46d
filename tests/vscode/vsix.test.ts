import { fork, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Nodes } from 'mdast';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { parseWithRemark } from '../../src/document/remark.ts';
import { root } from '../e2e/run.ts';
import { required, wasmFolder } from './wasm.ts';

const wasm = wasmFolder();
const hasUnzip = spawnSync('unzip', ['-v']).status === 0;
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Runs the packing script, away from the registry. */
function pack(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/vsix.mjs', ...args], {
    cwd: root,
    encoding: 'utf8',
    // Whoever asks for the network gets no answer: what is needed is there, or was fetched before.
    env: {
      ...process.env,
      npm_config_offline: 'true',
      HTTPS_PROXY: 'http://127.0.0.1:9',
      HTTP_PROXY: 'http://127.0.0.1:9',
    },
  });
  return { status, stdout, stderr };
}

describe.skipIf(!hasUnzip && !required).each([
  {
    title: 'with WebAssembly (skipped without the registry)',
    isHere: wasm !== null,
    args: [],
    parser: 'satteri (WebAssembly)',
  },
  { title: 'without WebAssembly', isHere: true, args: ['--without-wasm'], parser: 'remark' },
])('the packed extension $title', ({ isHere, args, parser }) => {
  describe.skipIf(!isHere)('(skipped without unzip)', () => {
    let folder: string;
    let extension: string;
    let vsix: string;

    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'recaplint-vsix-'));
      vsix = join(folder, `recaplint-${version}.vsix`);
      const unpacked = ['--out', vsix, '--folder', join(folder, 'staged')];
      expect(pack(...unpacked, ...args)).toMatchObject({ status: 0, stderr: '' });
      rmSync(join(folder, 'staged'), { recursive: true });
      const { status, stderr } = spawnSync('unzip', ['-q', vsix, '-d', join(folder, 'unzipped')], {
        encoding: 'utf8',
      });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      // As VS Code does: the folder has another name than when it was packed, here with a space.
      extension = join(folder, `recaplint.recaplint ${version}`);
      renameSync(join(folder, 'unzipped', 'extension'), extension);
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    test('holds what it needs and nothing else', () => {
      const files = [
        'LICENSE.txt',
        'THIRD-PARTY-LICENSES.txt',
        'docs',
        'extension.js',
        'package.json',
        'readme.md',
      ];
      expect(readdirSync(extension).sort()).toEqual([...files, 'schema', 'server']);
      const server = readdirSync(join(extension, 'server'));
      expect(server.filter((name) => !name.endsWith('.mjs'))).toEqual(
        args.length > 0 ? [] : ['satteri.wasm'],
      );
      const pages = (from: string) => readdirSync(join(from, 'docs', 'rules')).sort();
      expect(pages(extension)).toEqual(pages(root));
      expect(statSync(vsix).size).toBeLessThan(2_500_000);
    });

    test('no link in its pages leads to a file that it lacks', () => {
      const names = readdirSync(join(extension, 'docs'), { recursive: true }) as string[];
      const dead = names
        .filter((name) => name.endsWith('.md'))
        .flatMap((name) => {
          const page = join(extension, 'docs', name);
          const paths = linksOf(readFileSync(page, 'utf8')).filter((url) => !/^(?:[a-z]+:|#)/.test(url));
          return paths.filter((path) => !existsSync(join(dirname(page), path.split('#')[0]!)));
        });
      expect(dead).toEqual([]);
    });

    test('has the version of recaplint, and names files that are there', () => {
      const manifest = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
      expect(manifest.version).toBe(version);
      const { jsonValidation, yamlValidation } = manifest.contributes;
      const named = [manifest.main, ...[...jsonValidation, ...yamlValidation].map(({ url }) => url)];
      for (const path of named) expect(statSync(join(extension, path)).isFile(), path).toBe(true);
    });

    test('passes on the licences of what is in it', () => {
      const licences = readFileSync(join(extension, 'THIRD-PARTY-LICENSES.txt'), 'utf8');
      const inside = ['vscode-languageclient', 'vscode-languageserver', 'remark-parse'];
      const satteri = args.length > 0 ? [] : ['satteri', '@bruits/satteri-wasm32-wasi', '@emnapi/core'];
      for (const name of [...inside, ...satteri]) expect(licences).toMatch(new RegExp(`^${name} \\d`, 'm'));
    });

    test('its server lints a post wherever it lies', async () => {
      const { status, findings, log } = await lintWith(join(extension, 'server', 'server.mjs'), folder);
      expect(status).toMatchObject({ period: 'Q2 2024', parser, problem: null });
      expect(findings).toContain('no-tracking-parameters');
      expect(log).not.toMatch(/experimental/i);
    });
  });
});

describe('the packing script', () => {
  test('says what to do where the build cannot be fetched', () => {
    const copy = mkdtempSync(join(tmpdir(), 'recaplint-vsix-'));
    try {
      mkdirSync(join(copy, 'home'));
      const script = `
        import { fetchWasm } from ${JSON.stringify(join(root, 'scripts/wasm.mjs'))};
        try { fetchWasm(${JSON.stringify(root)}, ${JSON.stringify(join(copy, 'cache'))}); }
        catch (error) { console.log(error.message); }`;
      const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
        encoding: 'utf8',
        env: { ...process.env, npm_config_offline: 'true', npm_config_cache: join(copy, 'home') },
      });
      expect(stdout).toContain("satteri's WebAssembly build could not be fetched");
      expect(stdout).toContain('--without-wasm');
      expect(readdirSync(join(copy, 'cache'))).toEqual([]);
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  });
});

/** The targets of all links and definitions of a page. */
function linksOf(text: string): string[] {
  const found: string[] = [];
  const visit = (node: Nodes) => {
    if (node.type === 'link' || node.type === 'definition') found.push(node.url);
    if ('children' in node) node.children.forEach(visit);
  };
  visit(parseWithRemark(text));
  return found;
}

/** Starts a server as VS Code does, has it lint a post, and ends it. */
async function lintWith(server: string, cwd: string) {
  const child = fork(server, ['--node-ipc'], { cwd, silent: true, execArgv: [] });
  let log = '';
  child.stderr!.on('data', (data) => {
    log += data;
  });
  const connection = createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
  const status = new Promise((resolve) => connection.onNotification('recaplint/status', resolve));
  connection.listen();
  try {
    const textDocument = { uri: 'untitled:Untitled-1', languageId: 'markdown', version: 1, text: post };
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: { textDocument: { diagnostic: {} } },
      initializationOptions: { status: true },
    });
    connection.sendNotification('initialized', {});
    connection.sendNotification('textDocument/didOpen', { textDocument });
    const { items } = await connection.sendRequest<{ items: { code: string }[] }>('textDocument/diagnostic', {
      textDocument: { uri: textDocument.uri },
    });
    const said = await status;
    await connection.sendRequest('shutdown');
    connection.sendNotification('exit');
    return { status: said, findings: items.map(({ code }) => code), log };
  } finally {
    connection.dispose();
    child.kill();
  }
}

const post = '# Q2 2024 Recap\n\nSee https://servo.org/blog?utm_source=mail now.\n';
