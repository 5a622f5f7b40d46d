import type { Defence } from './defence.ts';

const zoo = { test: 'tests/e2e/zoo.test.ts', built: true } as const;
const git = { test: 'tests/e2e/git-hostile.test.ts', built: true } as const;

/** One text of one file gives way to another. */
const without = (file: string, text: string, becomes = '') => [{ file, text, becomes }] as const;

/** Of finding and reading files, asking git, writing, and caches. */
export const defences: readonly Defence[] = [
  {
    threat: 'a pipe that nobody writes to, in the place of a file that is read',
    defence: 'files are opened without waiting, and what the opened file is decides whether it is read',
    without: without('src/config/regular-file.ts', 'O_RDONLY | O_NONBLOCK | O_NOCTTY', 'O_RDONLY'),
    ...zoo,
    named: 'a pipe that is named as --facts',
  },
  {
    threat: 'a configuration, an extended file or a schema that is a pipe',
    defence: 'it is opened as posts are before its library reads it',
    without: without(
      'src/config/read-source.ts',
      'const bytes = readRegular(file, isPackage ? largestFile : largestConfig);',
      "const bytes = isPackage ? readRegular(file, largestFile) : Buffer.from('');",
    ),
    ...zoo,
    named: 'a pipe that a configuration names as extends',
  },
  {
    threat: 'a pipe, a device or a socket that is called like a post',
    defence: 'a search takes regular files alone',
    without: without('src/workspace/find.ts', 'else if (entry.isFile()) this.#take(', 'else this.#take('),
    ...zoo,
    named: 'a pipe in the place of a post',
  },
  {
    threat: 'a post of gigabytes',
    defence: 'a file of more than 64 MB is refused by its size',
    without: without('src/config/regular-file.ts', 'if (stats.size > most) throw tooLarge(most);'),
    ...zoo,
    named: 'a post of five gigabytes',
  },
  {
    threat: 'a post that cannot be read costs the findings of the others',
    defence: 'a file that is too large is one finding, `limit`',
    without: without(
      'src/cli/run.ts',
      "error instanceof UnfitFileError && error.code === 'too-large'",
      'false',
    ),
    ...zoo,
    named: 'a post of five gigabytes',
  },
  {
    threat: 'a file that grows while it is read, or that says it is empty',
    defence: 'reading ends at 64 MB, whatever the size was said to be',
    without: without('src/config/regular-file.ts', 'if (length > most) throw tooLarge(most);'),
    test: 'tests/config/regular-file.test.ts',
    named: 'reads files that say they have no bytes',
  },
  {
    threat: 'standard input that never ends',
    defence: 'it is read up to 64 MB',
    without: without('src/cli/standard-input.ts', 'if (length > largestFile)', 'if (false)'),
    ...zoo,
    named: 'standard input is read up to 64 MB',
  },
  {
    threat: 'standard input that is a folder, which looks like an empty post',
    defence: 'it is an error',
    without: without('src/cli/standard-input.ts', 'if (fstatSync(0).isDirectory())', 'if (false)'),
    ...zoo,
    named: 'standard input that is a folder',
  },
  {
    threat: 'a current folder that is deleted while a run starts',
    defence: 'the run ends with one sentence',
    without: without('src/cli/messages.ts', "error.syscall === 'uv_cwd'", "error.syscall === ''"),
    ...zoo,
    named: 'a current folder that is gone',
  },
  {
    threat: 'a link in the checkout that leads to files of the machine',
    defence: 'a search follows no link out of the repository',
    without: without('src/workspace/find.ts', ' || !isInside(walk.boundary, real)) return;', ') return;'),
    ...zoo,
    named: 'chains and loops of links end',
  },
  {
    threat: 'links that lead to the folder they stand in',
    defence: 'a folder is searched once, known by its real path',
    without: without('src/workspace/find.ts', 'if (seen.has(folder.real)) return;'),
    ...zoo,
    named: 'chains and loops of links end',
  },
  {
    threat: 'a configuration that is a link to a file of the machine, which a message would quote',
    defence: 'configuration is read inside the repository alone',
    without: without(
      'src/config/discover.ts',
      'if (isInside(realpathSync(folder), real)) return real;',
      'return real;',
    ),
    ...zoo,
    named: 'devices and links to them are no files',
  },
  {
    threat: 'a file or folder whose name is not UTF-8, so that nothing can open it',
    defence: 'it is one problem that names its bytes, and the run goes on',
    without: without(
      'src/workspace/read-folder.ts',
      "if (!entries.some(({ name }) => name.includes('\\uFFFD'))) return",
      "if (!entries.some(({ name }) => name === '/')) return",
    ),
    ...zoo,
    named: 'names that are not UTF-8',
  },
  {
    threat: 'a post that is no UTF-8',
    defence: 'it is one finding, and none of its bytes is touched',
    without: without('src/workspace/decode.ts', 'if (isUtf8(bytes))', 'if (bytes)'),
    test: 'tests/workspace/decode.test.ts',
    named: 'is not',
  },
  {
    threat: 'a post with NUL characters, or a binary file',
    defence: 'the first NUL is one finding',
    without: without('src/workspace/decode.ts', 'if (nul >= 0) {', 'if (false) {'),
    test: 'tests/workspace/decode.test.ts',
    named: 'a NUL is not',
  },
  {
    threat: "a filter in a repository's configuration, which git would run to compare files",
    defence: 'git is started with all filters switched off',
    without: without(
      'src/workspace/git.ts',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is text of a source.
      'return settings(`${filter}.clean=`, `${filter}.process=`, `${filter}.required=false`);',
      'return [];',
    ),
    ...git,
    named: 'no program in the configuration of a repository is run',
  },
  {
    threat: "a file monitor in a repository's configuration, which git would run",
    defence: 'git is started without one',
    without: without('src/workspace/git.ts', "    'core.fsmonitor=false',\n"),
    ...git,
    named: 'no program in the configuration of a repository is run',
  },
  {
    threat: 'a partial clone, for which git would run the program that its remote names, or use the network',
    defence: 'git is forbidden to fetch',
    without: [
      { file: 'src/workspace/git.ts', text: "  GIT_NO_LAZY_FETCH: '1',\n", becomes: '' },
      { file: 'src/workspace/git.ts', text: "  GIT_ALLOW_PROTOCOL: 'none',\n", becomes: '' },
    ],
    ...git,
    named: 'what a partial clone lacks is not fetched',
  },
  {
    threat: 'a folder of a checkout that git takes for a repository, with a configuration of its own',
    defence: 'git takes for one what has a `.git` alone',
    without: without('src/workspace/git.ts', "    'safe.bareRepository=explicit',\n"),
    ...git,
    named: 'looks like a bare repository',
  },
  {
    threat: 'an earlier text in git that is a few kilobytes there and gigabytes when it is read',
    defence: 'sizes are asked first, and what has more than 64 MB is not read',
    without: without(
      'src/workspace/git-changes.ts',
      'headOf(lines[index]!, id).size <= largestFile',
      'headOf(lines[index]!, id).size >= 0',
    ),
    ...git,
    named: 'a text of git that stands for gigabytes',
  },
  {
    threat: 'a cache in the pull request that says of its posts that there is nothing to find',
    defence: 'a cache is read where it has the mode that a run gives it, and that git gives to no file',
    without: without('src/workspace/cache.ts', ' && (file.mode & 0o777) === cacheMode;', ';'),
    test: 'tests/e2e/cache-hostile.test.ts',
    named: 'a cache that a change brings along',
    built: true,
  },
  {
    threat: 'a cache that is a link to a file of the machine',
    defence: 'what is written takes the place of the link',
    without: without(
      'src/workspace/cache.ts',
      'replaceOutput(join(folder, fileName),',
      '((path: string, text: string, _: number) => fs.writeFileSync(path, text))(join(folder, fileName),',
    ),
    test: 'tests/workspace/cache.test.ts',
    named: 'that is a link is not read',
  },
  {
    threat: 'a cache of another user',
    defence: 'it is neither read nor written',
    without: without(
      'src/workspace/cache.ts',
      'return process.geteuid === undefined || uid === process.geteuid();',
      'return uid >= 0;',
    ),
    test: 'tests/workspace/cache.test.ts',
    named: 'of somebody else is neither read nor written',
  },
  {
    threat: 'a damaged cache, in which another character stands',
    defence: 'each entry has a checksum',
    without: without(
      'src/gate/cache-file.ts',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is text of a source.
      'if (digest(head.path, head.key, `${written}\\t${facts}`) !== checksum) return null;',
    ),
    test: 'tests/gate/cache-file.test.ts',
    named: 'whatever character is another one',
  },
  {
    threat: 'an entry of the cache with places outside its post',
    defence: 'such an entry is none',
    without: without('src/gate/cache-file.ts', 'if (!liesWithin(kept, length)) return null;'),
    test: 'tests/gate/cache-file.test.ts',
    named: 'an entry with a place outside the text',
  },
  {
    threat: 'a link in the place of a report, which would replace what it leads to',
    defence: 'a name inside the repository must lead inside, and not to what is git’s',
    without: without(
      'src/workspace/output.ts',
      'if (isInside(base, path)) refuseOutside(target, fs.realpathSync(base));',
    ),
    test: 'tests/workspace/output.test.ts',
    named: 'no link of a checkout says',
  },
  {
    threat: 'a folder that cannot be made, for which Node 20 tries for ever',
    defence: 'folders are made one by one',
    without: without(
      'src/workspace/make-folder.ts',
      'if (fs.existsSync(folder)) return;',
      'return void fs.mkdirSync(folder, { recursive: true, mode });',
    ),
    ...zoo,
    named: 'a folder that cannot be made',
  },
  {
    threat: 'a repair of a post that is a link to a file elsewhere',
    defence: 'it is refused: the file must lie in the repository, links followed',
    without: [
      { file: 'src/workspace/write.ts', text: 'if (!isInside(boundary, real))', becomes: 'if (false)' },
      { file: 'src/workspace/held-folder.ts', text: 'if (!isInside(boundary, real))', becomes: 'if (false)' },
    ],
    test: 'tests/workspace/write.test.ts',
    named: 'refuses a link out of the folder',
  },
  {
    threat: 'a folder that becomes a link between the check and the writing',
    defence: 'on Linux the folder is held open, and what is written goes there',
    without: without(
      'src/workspace/held-folder.ts',
      'return work(isHeld ? place : folder);',
      'return work(folder);',
    ),
    test: 'tests/workspace/held-folder.test.ts',
    named: 'what is done in a folder is done there',
  },
  {
    threat: 'a post with a second name, perhaps outside',
    defence: 'its repair is refused',
    without: without('src/workspace/write.ts', 'if (stats.nlink > 1)', 'if (false)'),
    test: 'tests/workspace/write.test.ts',
    named: 'refuses a file with a second name',
  },
  {
    threat: 'a post that somebody changes while it is linted',
    defence: 'its bytes are compared once more before it is replaced',
    without: without('src/workspace/write.ts', 'if (!readRegular(file).equals(before))', 'if (false)'),
    test: 'tests/workspace/write.test.ts',
    named: 'refuses what was changed since it was read',
  },
  {
    threat: 'a repair that is killed half way, or that runs out of disk',
    defence: 'the new text is written beside the post and moved into its place',
    without: without(
      'src/workspace/write.ts',
      'writeNew(temporary, Buffer.from(after), stats);',
      'return fs.writeFileSync(file, after);',
    ),
    test: 'tests/workspace/write.test.ts',
    named: 'whoever has the file open',
  },
  {
    threat: 'a repair that opens a post to others',
    defence: 'the new file has the mode of the old one',
    without: without('src/workspace/write.ts', 'fs.fchmodSync(file, like.mode & 0o7777);'),
    test: 'tests/workspace/write.test.ts',
    named: 'keeps the mode',
  },
  {
    threat: 'a new post in a folder that is a link to elsewhere',
    defence: 'no folder is made and no file written but inside the root',
    without: [
      {
        file: 'src/workspace/create.ts',
        text: 'if (!isInside(real, fs.realpathSync(existing(folder))))',
        becomes: 'if (false)',
      },
      { file: 'src/workspace/held-folder.ts', text: 'if (!isInside(boundary, real))', becomes: 'if (false)' },
    ],
    test: 'tests/workspace/create.test.ts',
    named: 'follows no link out of the boundary',
  },
  {
    threat: 'a part for `merge` that says the run has a billion parts',
    defence: 'a run has at most 1,000',
    without: without(
      'src/gate/shard-file.ts',
      'of: z.int().check(z.minimum(1), z.maximum(mostShards)),',
      'of: z.int(),',
    ),
    test: 'tests/gate/shard-file.test.ts',
    named: 'a part with a billion parts',
  },
  {
    threat: 'a part for `merge` with places outside its posts, sealed anew',
    defence: 'such a part counts as damaged, whatever its checksum says',
    without: without('src/gate/shard-file.ts', ' && isAbout(post.data)) {', ') {'),
    test: 'tests/gate/shard-file.test.ts',
    named: 'a place before the text',
  },
  {
    threat: 'a part for `merge` with settings that no configuration has',
    defence: 'they are held to a schema',
    without: without('src/gate/shard-file.ts', 'z.array(settingsSchema)', 'z.array(z.any())'),
    test: 'tests/gate/shard-file.test.ts',
    named: 'a cadence that is none',
  },
  {
    threat: 'a post that was refused for its time on a busy machine, kept in the cache for later runs',
    defence: 'what depends on time is not kept',
    without: without('src/cli/cached.ts', 'if (dependsOnTime(record)) continue;'),
    test: 'tests/project/clocked-parse.test.ts',
    named: 'a run over such posts says so in words',
    built: true,
  },
  {
    threat: 'a schema that lists tens of thousands of words, and front matter of thousands of wrong ones',
    defence: 'for a suggestion 100 values are held against 500 words',
    without: [
      {
        file: 'src/config/nearest.ts',
        text: 'if (++compared > mostCandidates) break;',
        becomes: 'compared++;',
      },
      {
        file: 'src/config/schema-faults.ts',
        text: 'kept.slice(0, mostComplaints).map(',
        becomes: 'kept.map(',
      },
    ],
    test: 'tests/rules/front-matter-schema.test.ts',
    named: 'a list of thousands of words',
  },
  {
    threat: 'a name of a megabyte, for which a similar one is looked for',
    defence: 'words of over 64 characters are near to none',
    without: without('src/config/nearest.ts', 'if (word.length > longest) return null;'),
    test: 'tests/config/nearest.test.ts',
    named: 'a word of a megabyte',
  },
];
