import type { Edit } from '../engine/rule.ts';

/** Something that may be written at a place. */
export interface CompletionItem {
  readonly label: string;
  readonly kind: 'rule' | 'directive' | 'key' | 'value' | 'heading';
  /** What it is, in a few words. */
  readonly detail?: string;
  /** More about it, in Markdown. */
  readonly documentation?: string;
  /** Writes it; the range holds the caret, and lies in its line. What it replaces begins as the label does. */
  readonly edit: Edit;
  /** Items come in the order of this, those without one by their label. */
  readonly sortText?: string;
}

/** What may be written at a place, and nothing where that is nobody's guess. */
export interface Completions {
  readonly items: readonly CompletionItem[];
}

export const noCompletions: Completions = { items: [] };

/** A sort key that orders as numbers do, up to 9999. */
export function orderText(position: number): string {
  return String(position).padStart(4, '0');
}
