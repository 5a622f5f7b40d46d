import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { isWithoutChromium, startChromium } from './browser.ts';
import { type RunResult, recaplint, root } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'recaplint-'));
const report = join(folder, 'report 😀.html');
const desktop = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };

let run: RunResult;
beforeAll(() => {
  run = recaplint(['--format', `html=${report}`, 'content'], { cwd: root });
});
afterAll(() => rmSync(folder, { recursive: true }));

test('the report is the same each time, and standard output is for people beside it', () => {
  expect(run).toMatchObject({ code: 1, stderr: '' });
  expect(run.stdout).toContain('date-in-window');
  const printed = recaplint(['--format', 'html', 'content'], { cwd: root }).stdout;
  expect(printed).toContain('<!doctype html>');
  expect(printed).toBe(readFileSync(report, 'utf8'));
});

test('the parts of a run, merged, give the report of the whole', () => {
  const parts = [1, 2].map((part) => join(folder, `${part}.jsonl`));
  for (const [index, file] of parts.entries())
    recaplint(['--shard', `${index + 1}/2`, '--output-file', file, 'content'], { cwd: root });
  const merged = recaplint(['merge', '--format', 'html', ...parts], { cwd: root });
  expect(merged.stdout).toBe(readFileSync(report, 'utf8'));
});

describe.skipIf(isWithoutChromium)('the report in Chromium (skipped without Chromium)', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser?.close());

  /** Opens a report; whatever it logs, and whatever it asks the network for, is a fault. */
  async function open(options: BrowserContextOptions, use: (page: Page) => Promise<void>, file = report) {
    const context = await browser.newContext({ ...options, offline: true });
    const faults: string[] = [];
    try {
      const page = await context.newPage();
      const url = pathToFileURL(file).href;
      page.on('console', (message) => faults.push(message.text()));
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('request', (request) => request.url() !== url && faults.push(request.url()));
      await page.goto(url);
      await use(page);
    } finally {
      await context.close();
    }
    expect(faults).toEqual([]);
  }

  const shown = (page: Page) => page.locator('#shown').textContent();
  const overflow = (page: Page) => page.evaluate('document.documentElement.scrollWidth - innerWidth');

  test('filters by severity, by rule and by title, and says how many are left', () =>
    open(desktop, async (page) => {
      expect(await shown(page)).toBe('9 findings in 4 posts');
      await page.getByLabel('Errors (5)').check();
      expect(await shown(page)).toBe('5 findings in 4 posts');
      await expect.poll(() => page.locator('.note:visible').count()).toBe(5);
      expect(await page.locator('.m.warn:not(.off):visible').count()).toBe(0);
      expect(await page.locator('.m.error:not(.off):visible').count()).toBe(5);
      await page.getByLabel('Rule').selectOption('no-quarter-mixup');
      expect(await shown(page)).toBe('1 finding in 1 post');
      expect(await page.locator('article:visible h3').allTextContents()).toEqual([
        'Q2 2024 Recap from Mira Oduya',
      ]);
      expect(page.url()).toMatch(/#severity=error&rule=no-quarter-mixup$/);
      await page.reload();
      expect(await shown(page)).toBe('1 finding in 1 post');
      await page.getByRole('button', { name: 'Reset' }).click();
      await expect.poll(() => shown(page)).toBe('9 findings in 4 posts');
      await page.getByLabel('Title or path').fill('Q3 2023');
      expect(await page.locator('article:visible').count()).toBe(1);
      await page.getByLabel('Title or path').fill('nothing is called that');
      expect(await shown(page)).toBe('No finding fits.');
    }));

  test('a finding is opened, read and closed with the keyboard alone', () =>
    open(desktop, async (page) => {
      const mark = page.getByRole('link', { name: /^error no-quarter-mixup: The summary says/ });
      const before = page.locator('.note dd', { hasText: 'During the first quarter' });
      await mark.focus();
      await expect.poll(() => before.isVisible()).toBe(false);
      await page.keyboard.press('Enter');
      await expect.poll(() => before.isVisible()).toBe(true);
      const note = page.locator('.note[open]');
      expect(await note.locator('.why').textContent()).toContain('copied from the previous issue');
      expect(await note.locator('dd').nth(1).textContent()).toContain('During the second quarter of 2024');
      expect(await page.evaluate('document.activeElement.parentElement.className')).toContain('note');
      await page.keyboard.press('Escape');
      expect(await page.locator('.note[open]').count()).toBe(0);
      expect(await page.evaluate('document.activeElement.textContent')).toBe('first quarter of 2024');
    }));

  test('everything can be reached with Tab, and has a name', () =>
    open(desktop, async (page) => {
      const reached: string[] = [];
      for (let presses = 0; presses < 120; presses++) {
        await page.keyboard.press('Tab');
        const name = await page.evaluate(
          '(({ ariaLabel, textContent, labels, tagName }) => tagName === "BODY" ? null : ariaLabel || labels?.[0]?.textContent || textContent)(document.activeElement)',
        );
        if (name === null) break;
        reached.push(String(name).trim());
      }
      expect(reached.filter((name) => name === '')).toEqual([]);
      expect(reached[0]).toBe('To the posts');
      expect(reached.filter((name) => /^(?:error|warning) /.test(name))).toHaveLength(9);
    }));

  test('the tree that screen readers get has landmarks, headings and the timeline in words', () =>
    open(desktop, async (page) => {
      const tree = await page.locator('body').ariaSnapshot();
      expect(tree).toContain('- banner:');
      expect(tree).toContain('- main:');
      expect(tree).toContain('- search "Filter the findings":');
      expect(tree).toContain('- heading "Report on the posts" [level=1]');
      expect(tree).toContain('- heading "Q2 2024 Recap from Mira Oduya" [level=3]');
      expect(tree).toContain('Q1 2024 line 16 (see the finding)');
    }));

  test('the timeline has a mark for each role, and the mix-up stands beside the band', () =>
    open(desktop, async (page) => {
      const post = page.locator('article', { hasText: 'Q2 2024 Recap' }).first();
      const roles = await post
        .locator('.timeline .mark')
        .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('data-role')));
      expect(new Set(roles)).toEqual(new Set(['subject', 'background', 'event', 'plan', 'unknown']));
      const band = (await post.locator('.timeline .band').first().boundingBox())!;
      const found = (await post.locator('.timeline .found').boundingBox())!;
      expect(found.x + found.width).toBeLessThanOrEqual(band.x + 4);
      expect(found.width).toBeGreaterThan(20);
    }));

  test('folded lines open where they are, with their numbers', () =>
    open(desktop, async (page) => {
      await page.locator('.fold > summary').first().click();
      const numbers = page.locator('.fold').first().locator('.l');
      await expect.poll(() => numbers.count()).toBeGreaterThan(5);
      expect(await numbers.first().getAttribute('data-n')).toBe('1');
    }));

  test('on a telephone nothing is wider than the screen, also with all open', () =>
    open(phone, async (page) => {
      expect(await overflow(page)).toBe(0);
      await page.evaluate('document.querySelectorAll("details").forEach((part) => { part.open = true; })');
      expect(await overflow(page)).toBe(0);
    }));

  test('it is dark where the reader likes it dark', async () => {
    const ground = (page: Page) => page.evaluate('getComputedStyle(document.body).backgroundColor');
    await open({ ...desktop, colorScheme: 'dark' }, async (page) =>
      expect(await ground(page)).toBe('rgb(20, 23, 26)'),
    );
    await open({ ...desktop, colorScheme: 'light' }, async (page) =>
      expect(await ground(page)).toBe('rgb(247, 246, 242)'),
    );
  });

  test('it can be read without JavaScript', () =>
    open({ ...desktop, javaScriptEnabled: false }, async (page) => {
      await page.locator('.note > summary').first().click();
      await expect.poll(() => page.locator('.note .more').first().isVisible()).toBe(true);
      expect(await page.locator('#filter').isVisible()).toBe(false);
      await page.getByRole('link', { name: /^Why / }).first().click();
      expect(page.url()).toMatch(/#rule-\d+$/);
    }));

  test('it prints dark on light, with its notes open', () =>
    open(desktop, async (page) => {
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      expect(await page.evaluate('getComputedStyle(document.body).color')).toBe('rgb(30, 34, 38)');
      expect(await page.locator('#filter').isVisible()).toBe(false);
      expect(await page.locator('.note dd').first().isVisible()).toBe(true);
    }));

  test('posts of strangers run nothing', async () => {
    const words =
      '</script></details><img src=x onerror=document.title="run"><script>document.title="run"</script>';
    const text = `# ${words}\n\nSee http://x.test/&nbsp;${words} \u202E.\n`;
    const hostile = makeFolder({ '<img src=x onerror=alert(1)>\n😀.md': text });
    const file = join(folder, 'hostile.html');
    expect(recaplint(['--format', `html=${file}`, '.'], { cwd: hostile }).stderr).toBe('');
    await open(
      desktop,
      async (page) => {
        expect(await page.title()).toBe('Report on the posts');
        expect(await page.locator('img').count()).toBe(0);
        expect(await page.locator('h3').textContent()).toContain('<img src=x');
      },
      file,
    );
  });

  test('a clean run says so kindly', async () => {
    const clean = makeFolder({ 'a.md': '# Hello\n\nAll is well here.\n' });
    const file = join(folder, 'clean.html');
    expect(recaplint(['--format', `html=${file}`, '.'], { cwd: clean }).code).toBe(0);
    await open(
      desktop,
      async (page) => {
        expect(await page.getByText('Nothing to correct: well done.').isVisible()).toBe(true);
        expect(await page.getByText('Hello').isVisible()).toBe(true);
      },
      file,
    );
  });
});
