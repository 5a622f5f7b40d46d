export { preset as default } from './remark/preset.ts';
