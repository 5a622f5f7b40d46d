import { describe, expect, test } from 'vitest';
import { pathPattern, patternLead, titlePattern } from '../../src/series/pattern.ts';

describe('titles', () => {
  test.each([
    ['Q2 2024 Recap from Rebecca', '{} recap from rebecca'],
    ['Q2 2024 Recap from Ada Brook', '{} recap from {}'],
    ['Notes by Ada B. Brook', 'notes by {}'],
    ['2024Q2 Roadmap', '{} roadmap'],
    ['October 2022 Status Update', '{} status update'],
    ['Nov. and Dec. 2024 Project Updates', '{} project updates'],
    ['Monthly report: February 2018', 'monthly report: {}'],
    ['This Week in Rust 582', '{} in rust {}'],
    ['Status Report #28', 'status report {}'],
    ['Activity report - 09/2015', 'activity report - {}'],
    ['Notes of 7 May 2024', 'notes of {}'],
    ['The Quay, Summer 2023', 'the quay, {}'],
    ['Spring of 2024 at the quay', '{} at the quay'],
    ['Winter 2023/24 news', '{} news'],
    ['Spring 6 is out', 'spring {} is out'],
    ['Summer school 2024', 'summer school {}'],
    ['Thanks', 'thanks'],
    ['', ''],
  ])('%s', (title, pattern) => {
    expect(titlePattern(title, ['en'])).toBe(pattern);
  });

  test('what stands before a colon or dash leads', () => {
    expect(patternLead(titlePattern('November in Servo: tables, and more', ['en']))).toBe('{} in servo');
    expect(patternLead(titlePattern('Monthly report: February 2018', ['en']))).toBe('monthly report');
    expect(patternLead('no lead at all')).toBe('no lead at all');
  });
});

describe('paths', () => {
  test.each([
    ['content/q2-2024-recap.md', 'content', '{}-recap'],
    ['content/2024/buzz/june-2024-status-update.md', 'content/{}/buzz', '{}-status-update'],
    ['posts/2021/team-2021-q1/index.md', 'posts/{}', 'team-{}'],
    ['_posts/2025-06-03-this-month.md', 'posts', '{}-this-month'],
    ['2024/May June Updates.md', '{}', '{} updates'],
    ['reports/report-201806-201807.md', 'reports', 'report-{}'],
    ['magazine/2023-summer.md', 'magazine', '{}'],
    ['magazine/the-quay-summer-2023.md', 'magazine', 'the-quay-{}'],
    ['camps/summer-school-2023.md', 'camps', 'summer-school-{}'],
    ['a.md', '', 'a'],
  ])('%s', (path, folder, name) => {
    expect(pathPattern(path)).toEqual({ folder, name });
  });
});
