import type { Root } from 'mdast';
import { parseWithRemark } from '../document/remark.ts';
import { answerEach } from './parse-thread.ts';

// The JavaScript parser in a thread of its own, where it can be stopped: scripts/build.mjs makes a file of this.
answerEach((markdown): Root => parseWithRemark(markdown));
