import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createDocument } from '../document/create.ts';
import { parseWithRemark } from '../document/remark.ts';
import { hostedMessages } from './hosted.ts';
import type { LoadConfigOptions, WorkspaceConfig } from './load-config.ts';
import { openSession } from './session.ts';

/** What {@link loadConfig} does. It stands apart from it because it needs Node. */
export async function openConfig(path: string, options: LoadConfigOptions): Promise<WorkspaceConfig> {
  const { cwd = '.', config, rule = [], code = true, inlineConfig = true, notify = () => {} } = options;
  const folder = resolve(cwd);
  const chosen = { rule, code, inlineConfig, ...(config === undefined ? {} : { config }) };
  const session = openSession(chosen, folder, notify);
  const place = (file: string) => session.place(resolve(folder, file), folder);
  // A configuration holds for what stands in a folder, so that any name in it will do.
  const asked = await place(isFolder(resolve(folder, path)) ? join(path, 'post.md') : path);
  return {
    file: asked.config.file,
    rules: () => session.rules(),
    settingsFor: async (file) => (await place(file)).resolved.settings,
    async postAt(file, source, parse = parseWithRemark) {
      const placed = await place(file);
      const { settings, ignored } = placed.resolved;
      const { language, site } = settings.post;
      const input = { source, path: placed.path, parse, language, site };
      const messages = await hostedMessages(createDocument(input), placed);
      return { input, settings, context: { files: placed.files, messages }, ignored };
    },
  };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
