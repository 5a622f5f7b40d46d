import type { Nodes, Paragraph } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { escapeHtml, escapeLine } from './html-escape.ts';
import { shortMessage } from './message-text.ts';
import type { ReportContext } from './report.ts';

const markdown = unified().use(remarkParse).freeze();

/** Why a rule is there, as HTML: the first paragraph of its page, else its summary. */
export function whyHtml(ruleId: string, context: ReportContext): string {
  const { page, summary } = context.ruleOf(ruleId);
  const paragraph = markdown
    .parse(page)
    .children.find((node): node is Paragraph => node.type === 'paragraph');
  const address = context.pageOf(ruleId, 'anywhere');
  const more = address && /^https?:/.test(address) ? ` ${linkHtml(address, `All about ${ruleId}`)}` : '';
  // A colon leads to an example, which stays on the page.
  const why = paragraph ? inlineHtml(paragraph).replace(/(?::|&#58;)$/, '.') : escapeLine(summary);
  return `<p>${why}${more}</p>`;
}

function linkHtml(address: string, text: string): string {
  return `<a href="${escapeHtml(address)}" rel="noopener noreferrer">${escapeLine(text)}</a>`;
}

const elements: Partial<Record<Nodes['type'], string>> = { emphasis: 'em', strong: 'b' };

/** Text with its emphasis and code. Links are text: where a page points to is another page of the documentation. */
function inlineHtml(node: Nodes): string {
  if (node.type === 'inlineCode') return `<code>${escapeHtml(node.value)}</code>`;
  if (node.type === 'text') return escapeHtml(node.value.replace(/\s+/g, ' '));
  if (node.type === 'break') return ' ';
  if (!('children' in node)) return '';
  const inner = node.children.map(inlineHtml).join('');
  const element = elements[node.type];
  return element ? `<${element}>${inner}</${element}>` : inner;
}

/** A finding's sentence, with what it writes between backticks or asterisks set apart. */
export function messageHtml(message: string): string {
  return shortMessage(message)
    .split(/(`[^`]+`|\*[^*]+\*)/)
    .map((part, index) => {
      if (index % 2 === 0) return escapeLine(part);
      const element = part.startsWith('`') ? 'code' : 'em';
      return `<${element}>${escapeLine(part.slice(1, -1))}</${element}>`;
    })
    .join('');
}

/** The same as plain text, for an attribute. */
export function attributeText(message: string): string {
  return escapeLine(shortMessage(message).replace(/`([^`]+)`|\*([^*]+)\*/g, '$1$2'));
}
