import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import { recaplint } from './plugin.ts';

/** A plugin of unified, without its types: the package needs none of them. */
type Attacher = (...parameters: unknown[]) => undefined;

/** Plugins for `use` of unified and for `plugins` of remark's configuration. */
export interface Preset {
  /** As remark takes them, each with its options. */
  plugins: (Attacher | [Attacher, string[]] | typeof recaplint)[];
}

/** The plugin with what makes remark itself read posts right: front matter in YAML and TOML, and GFM. */
export const preset: Preset = {
  plugins: [[remarkFrontmatter as Attacher, ['yaml', 'toml']], remarkGfm as Attacher, recaplint],
};
