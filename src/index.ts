export * as z from 'zod/mini';
export { createSettings, type SettingsChoice } from './config/create-settings.ts';
export { type Preset, presetLevels, presets } from './config/presets.ts';
export { ConfigError, type ConfigProblem } from './config/problem.ts';
export type { RuleSetting } from './config/schema.ts';
export { createDocument, type DocumentInput } from './document/create.ts';
export type { Document, Parse } from './document/document.ts';
export type { MappedText } from './document/mapped-text.ts';
export type {
  BareLink,
  Block,
  Comment,
  Entry,
  FrontMatter,
  FrontMatterError,
  Heading,
  Link,
  LinkKind,
  LinkSpan,
  Mark,
  ProseBlock,
  Refusal,
  Section,
  Tag,
  Value,
} from './document/model.ts';
export { parseWithRemark } from './document/remark.ts';
export type { Site } from './document/sites.ts';
export type { LineIndex, Point, Range } from './document/source.ts';
export type { Suppressions } from './engine/directives.ts';
export type { FileResult, Finding, LintOutcome, OtherMessage } from './engine/finding.ts';
export { applyFixes, type FixChoice, type FixContext, type FixedPost, fixPost } from './engine/fix.ts';
export { type LintContext, lint } from './engine/lint.ts';
export { findInSeries, lintSeries } from './engine/lint-series.ts';
export {
  type Category,
  type Defaulted,
  defineRule,
  type Edit,
  type FileSet,
  type Fix,
  type PostRule,
  type Problem,
  type Related,
  type Rule,
  type RuleContext,
  type SeriesProblem,
  type SeriesRule,
  type Severity,
} from './engine/rule.ts';
export {
  type ActiveRule,
  type FrontMatterSchema,
  noPostSettings,
  type PostSettings,
  type RemarkEntry,
  type SchemaFault,
  type SectionSetting,
  type Settings,
  type TermSetting,
  type Window,
} from './engine/settings.ts';
export { settle } from './engine/settle.ts';
export {
  type ConfiguredPost,
  type LoadConfigOptions,
  loadConfig,
  type WorkspaceConfig,
} from './project/load-config.ts';
export { rules } from './rules/index.ts';
export type { PeriodFact, Placed, PostFacts, Series, SuppressedRange } from './series/facts.ts';
