/**
 * Link texts that say nothing of where they lead, in plain form. Gathered from what accessibility guides name as
 * examples (WCAG 2.2, techniques G91 and F63) and what Lighthouse's link-text audit and markdownlint's MD059 report.
 */
export const vagueLinkTexts: ReadonlySet<string> = new Set([
  'click',
  'click here',
  'click here for more',
  'click here for more info',
  'click here for more information',
  'click on this link',
  'click this',
  'click this link',
  'find out more',
  'find out more here',
  'follow this link',
  'go here',
  'here',
  'in this link',
  'learn more',
  'learn more here',
  'link',
  'link here',
  'more',
  'more here',
  'more info',
  'more info here',
  'more information',
  'more information here',
  'over here',
  'read here',
  'read more',
  'read more here',
  'read this',
  'right here',
  'see here',
  'see more',
  'see more here',
  'see this',
  'tap here',
  'the link',
  'this',
  'this here',
  'this link',
  'this one',
  'this url',
  'via this link',
]);

/** What every text of the table has in it. */
export const vagueWord = /here|this|link|more|click/i;

const ascii = /^[\x00-\x7F]*$/;

/** A link text as the table above has it: lower case, without signs, emoji and double spaces. */
export function plainLinkText(text: string): string {
  // Unicode's tables are asked where they can say something else.
  if (ascii.test(text))
    return (
      text
        .toLowerCase()
        .match(/[a-z0-9]+/g)
        ?.join(' ') ?? ''
    );
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}\uFFFC]+/gu)
      ?.join(' ') ?? ''
  );
}
