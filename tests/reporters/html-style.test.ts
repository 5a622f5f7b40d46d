import { expect, test } from 'vitest';
import { style } from '../../src/reporters/html-style.ts';

/** The colours of both schemes; the dark one changes what it names. */
function palettes(): Record<'light' | 'dark', ReadonlyMap<string, string>> {
  const [light, dark] = [...style.matchAll(/:root \{([^}]*)\}/g)].map(
    ([, body]) =>
      new Map([...body!.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!])),
  );
  return { light: light!, dark: new Map([...light!, ...dark!]) };
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(a: string, b: string): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter! + 0.05) / (darker! + 0.05);
}

const grounds = ['paper', 'sheet'];
const washes = ['error-wash', 'warn-wash'];
const roles = ['subject', 'background', 'event', 'comparison', 'plan', 'unknown'];
/** What is written on what, and the least contrast: 4.5 for text (WCAG 1.4.3), 3 for shapes (1.4.11). */
const pairs: readonly [ink: string, ground: string, least: number][] = [
  ...['ink', 'quiet'].flatMap((ink) =>
    [...grounds, ...washes].map((on): [string, string, number] => [ink, on, 4.5]),
  ),
  ...['accent', 'error', 'warn', 'good'].flatMap((ink) =>
    grounds.map((on): [string, string, number] => [ink, on, 4.5]),
  ),
  ['error', 'error-wash', 4.5],
  ['warn', 'warn-wash', 4.5],
  ['accent', 'error-wash', 4.5],
  ['accent', 'warn-wash', 4.5],
  ['ink', 'del-wash', 4.5],
  ['ink', 'ins-wash', 4.5],
  ...roles.map((role): [string, string, number] => [role, 'sheet', 4.5]),
  ...[...roles, 'error', 'accent', 'ink'].map((shape): [string, string, number] => [shape, 'band', 3]),
];

test.each(['light', 'dark'] as const)('every colour can be read on its ground in the %s scheme', (scheme) => {
  const colours = palettes()[scheme];
  const faint = pairs.flatMap(([ink, ground, least]) => {
    const ratio = contrast(colours.get(ink)!, colours.get(ground)!);
    return ratio >= least ? [] : [`${ink} on ${ground}: ${ratio.toFixed(2)}`];
  });
  expect(faint).toEqual([]);
});

test('every colour that is used is one of the palette, and has a pair', () => {
  const { light } = palettes();
  const used = new Set([...style.matchAll(/var\(--([\w-]+)\)/g)].map(([, name]) => name!));
  expect([...used].filter((name) => !light.has(name))).toEqual([]);
  const paired = new Set(pairs.flat());
  // A hairline between things that are apart anyway.
  expect([...light.keys()].filter((name) => !paired.has(name))).toEqual(['rule']);
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
});
