export type { RecaplintOptions } from './remark/options.ts';
export { recaplint as default, recaplint } from './remark/plugin.ts';
export { type Preset, preset } from './remark/preset.ts';
