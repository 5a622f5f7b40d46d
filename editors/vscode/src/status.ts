/** What the server says of an open post, as `recaplint/status`. */
export interface PostStatus {
  readonly uri: string;
  /** The period that it reports on, such as `Q2 2024`. */
  readonly period: string | null;
  /** The series that it belongs to. */
  readonly series: string | null;
  /** Name of the parser that reads it. */
  readonly parser: string;
  /** Whether a configuration that is a program may run. */
  readonly trusted: boolean;
  /** Why it is not linted. */
  readonly problem: string | null;
}

/** What the status bar shows. */
export interface StatusView {
  readonly text: string;
  /** Plain text. */
  readonly tooltip: string;
  readonly isWarning: boolean;
}

/** What the status bar shows of a post; null: the server has not spoken of it yet. */
export function statusView(status: PostStatus | null): StatusView {
  if (status === null)
    return { text: 'recaplint', tooltip: 'recaplint is reading this post.', isWarning: false };
  const { period, problem } = status;
  return {
    text: problem === null ? `$(calendar) ${withoutIcons(period ?? 'no period')}` : '$(warning) recaplint',
    tooltip: tooltipOf(status).join('\n'),
    isWarning: problem !== null,
  };
}

function tooltipOf({ period, series, parser, trusted, problem }: PostStatus): string[] {
  const about =
    period === null ? 'This post names no period that it is about.' : `This post is about ${period}.`;
  return [
    problem ?? about,
    series === null ? 'It belongs to no series.' : `It belongs to the series ${series}.`,
    `Markdown is read by ${parser}.`,
    ...(trusted ? [] : ['This workspace is not trusted: a configuration that is a program is not run.']),
  ];
}

/** The status bar draws an icon for `$(name)`, and a post could name one. */
function withoutIcons(text: string): string {
  return text.replaceAll('$(', '$ (');
}
