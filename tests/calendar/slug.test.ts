import { expect, test } from 'vitest';
import { formatPeriod } from '../../src/calendar/period.ts';
import { findSlugPeriods, slugOf } from '../../src/calendar/slug.ts';

const read = (path: string) => findSlugPeriods(path).map(formatPeriod);

test.each([
  ['content/q2-2024-recap-from-someone.md', ['Q2 2024']],
  ['2024q2.md', ['Q2 2024']],
  ['2025-Q1.md', ['Q1 2025']],
  ['tidymodels-2022-q4/index.md', ['Q4 2022']],
  ['recaps/2024-q2/recap.md', ['Q2 2024']],
  ['quarterly-report-2021-q1.md', ['Q1 2021']],
  ['2022/buzz/2022q3-roadmap.md', ['Q3 2022']],
  ['first-quarter-2024.md', ['Q1 2024']],
  ['july-august-2015-report/index.mdx', ['July–August 2015']],
  ['report_maraprmay_2016.md', ['March–May 2016']],
  ['monthly-report-201806-201807.md', ['June–July 2018']],
  ['report_012019.md', ['January 2019']],
  ['q3-2019-to-q1-2020/index.md', ['Q3 2019–Q1 2020']],
  ['2018-december-monthly-update.md', ['December 2018']],
  ['2024 Project Updates Aug 2024.md', ['August 2024']],
  ['2025 Q2 August Update.md', ['Q2 2025', 'August 2025']],
  ['2020-11-16-activity-report-october-2020.md', ['October 2020']],
  ['2023-04-18-march-updates.md', ['March']],
  ['h1-2024-report.md', ['H1 2024']],
])('%s names %j', (path, periods) => expect(read(path)).toEqual(periods));

test.each([
  '2020-04-28-report.md',
  '2024/06/report.md',
  'june-2024/report.md',
  'what-you-may-have-missed.md',
  'h2-database.md',
  'fy2024-q3-results.md',
  'q3-fy24.md',
  'progrepq2q22018-19.md',
  'release-2024.1.md',
  '',
])('%j names none', (path) => expect(read(path)).toEqual([]));

test('the name of an index file is that of its folder', () => {
  expect(slugOf('blog/2024/q2-recap/index.md')).toBe('q2-recap');
  expect(slugOf('blog/q2-recap.md')).toBe('q2-recap');
  expect(slugOf('index.md')).toBe('');
});
