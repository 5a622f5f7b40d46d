import type { Defence } from './defence.ts';

/** Regular expressions and globs, of our own and of strangers; configuration as data and as code; what is installed. */
export const defences: readonly Defence[] = [
  {
    threat: 'an ignore file whose wildcards take exponential time to compare with a path',
    defence: 'lines of ignore files run as steps over all ways at once, in time linear in the path',
    without: [
      {
        file: 'src/workspace/ignore-patterns.ts',
        text: "(path) => path.endsWith(ending) && !path.includes('/') : compilePattern(pattern);",
        becomes:
          "(path) => path.endsWith(ending) && !path.includes('/') : (path) => new RegExp('^' + pattern.slice(0, 12).replaceAll('*', '[^/]*') + 'b$').test(path);",
      },
    ],
    test: 'tests/workspace/ignore-patterns.test.ts',
    named: 'takes no time that explodes with many stars',
  },
  {
    threat: 'an ignore file of a megabyte, which each path would be compared with',
    defence: 'a file of more than 10,000 lines, 10,000 `*` or 256 KiB is refused by name',
    without: [
      {
        file: 'src/workspace/ignore-files.ts',
        text: 'if (text.length <= longest && lines.length <= mostLines && wildcards <= mostWildcards) return lines;',
        becomes: 'if (wildcards >= 0) return lines;',
      },
    ],
    test: 'tests/workspace/ignore-patterns.test.ts',
    named: 'refuses an ignore file of too many',
  },
  {
    threat: 'a configuration whose globs multiply, as `{a,b}{a,b}{a,b}` does',
    defence:
      'globs are counted before lists are written out: 1,000 with 50,000 characters in a configuration',
    without: [
      {
        file: 'src/config/load.ts',
        text: '  checkGlobs(layers);\n',
        becomes: '',
      },
    ],
    test: 'tests/config/hostile.test.ts',
    named: 'overrides with lists in their globs|globs of extended files',
  },
  {
    threat: 'a glob on the command line that stands for millions',
    defence: 'one that stands for more than 1,000 globs or 50,000 characters is refused',
    without: [{ file: 'src/workspace/find.ts', text: 'if (isTooLarge(pattern))', becomes: 'if (false)' }],
    test: 'tests/e2e/zoo.test.ts',
    named: 'a glob of the command line',
    built: true,
  },
  {
    threat:
      'a configuration with a fault in each of its lines, which takes minutes to place and megabytes to print',
    defence: 'the first 20 faults are shown, and how many more there are',
    without: [
      {
        file: 'src/config/problem.ts',
        text: 'const mostProblems = 20;',
        becomes: 'const mostProblems = 1e9;',
      },
    ],
    test: 'tests/config/hostile.test.ts',
    named: 'says how many problems it does not show|of unknown keys',
  },
  {
    threat: 'a configuration of half a megabyte',
    defence: 'a configuration of more than 262,144 characters is not parsed',
    without: [
      { file: 'src/config/explorer.ts', text: 'if (text.length > longest)', becomes: 'if (text.length < 0)' },
    ],
    test: 'tests/config/hostile.test.ts',
    named: 'of 500 KB',
  },
  {
    threat: 'a configuration that is nested by the hundred thousand',
    defence: 'what is nested more than 20 levels deep is an error with its place',
    without: [
      {
        file: 'src/config/yaml.ts',
        text: "error.message.startsWith('Maximum call stack')",
        becomes: 'error.message.length < 0',
      },
    ],
    test: 'tests/config/hostile.test.ts',
    named: 'brackets in YAML',
  },
  {
    threat: 'keys such as `__proto__` that change what every object has',
    defence: 'the key `__proto__` is an error, and what is read has no prototype',
    without: [
      {
        file: 'src/config/source.ts',
        text: "path.at(-1) === '__proto__'",
        becomes: "path.at(-1) === '__none__'",
      },
    ],
    test: 'tests/config/hostile.test.ts',
    named: 'terms may be called what objects have anyway',
  },
  {
    threat: 'a configuration that extends programs',
    defence: 'what is extended is data (.json, .yaml) inside the repository',
    without: [
      {
        file: 'src/config/layers.ts',
        text: 'if (isCode(entry)) throw fail(`',
        becomes: 'if (false) throw fail(`',
      },
    ],
    test: 'tests/config/hostile.test.ts',
    named: 'refuses to extend a program',
  },
  {
    threat: 'a program that `--config` names, in a run that trusts nobody',
    defence: '`--no-code` does not run it, and says so',
    without: [{ file: 'src/config/load.ts', text: 'if (options.code) {', becomes: 'if (options) {' }],
    test: 'tests/e2e/canary.test.ts',
    named: 'what --config names is run, unless --no-code forbids it',
    built: true,
  },
  {
    threat: 'a post in which a long word behind a link is read in more ways than there is time for',
    defence: 'the word is read whole',
    without: [
      {
        file: 'src/document/bracketed-target.ts',
        text: '(?:[^\\s()[\\]\\uFFFC]{1,300}(?![^\\s()[\\]\\uFFFC])[ \\t]?){0,6}',
        becomes: '(?:[^\\s()[\\]\\uFFFC]{1,100}[ \\t]?){0,6}',
      },
    ],
    test: 'tests/regexes.test.ts',
    named: 'no bounded repetitions share a text',
  },
  {
    threat: 'a text that makes a regular expression of recaplint start anew at each of its characters',
    defence: 'a search for an end starts only where a run of such characters starts',
    without: [
      {
        file: 'src/rules/no-repeated-word.ts',
        text: '(?<! ) {2,}\\r?\\n',
        becomes: '\\s+$',
      },
    ],
    test: 'tests/regexes.test.ts',
    named: 'as the analyser sees it',
  },
  {
    threat: 'a pattern of a configuration that takes exponential time',
    defence: 'patterns run under re2js, and one of more than 1,000 steps is refused',
    without: [
      {
        file: 'src/config/patterns.ts',
        text: 'const longestProgram = 1_000;',
        becomes: 'const longestProgram = 1e9;',
      },
    ],
    test: 'tests/config/patterns.test.ts',
    named: 'refuses a pattern that is too long',
  },
  {
    threat: 'a hundred slow patterns of a configuration and a post of a megabyte, which take hours',
    defence:
      'all patterns together compare a post 250 million times at most, and a finding says where that ended',
    without: [
      {
        file: 'src/config/pattern-rule.ts',
        text: 'const mostComparisons = 250_000_000;',
        becomes: 'const mostComparisons = 1e15;',
      },
    ],
    test: 'tests/config/patterns.test.ts',
    named: 'many slow patterns read less of a long post',
  },
  {
    threat: 'thousands of patterns in files that extend each other',
    defence: 'the patterns of all files of a configuration may come to 50,000 steps',
    without: [
      {
        file: 'src/config/patterns.ts',
        text: 'const mostSteps = 50_000;',
        becomes: 'const mostSteps = 1e15;',
      },
    ],
    test: 'tests/config/patterns.test.ts',
    named: 'refuses patterns that come to too many steps',
  },
  {
    threat: 'a configuration whose keys hold control characters, which an error quotes',
    defence: 'errors of a configuration write them as escapes',
    without: [
      {
        file: 'src/config/problem.ts',
        text: 'problem.message.replace(control, escaped)',
        becomes: 'problem.message',
      },
    ],
    test: 'tests/config/hostile.test.ts',
    named: 'quotes no control character',
  },
  {
    threat: 'a container whose user has no name and no HOME',
    defence: 'the root of the file system stands for the folder that libraries ask for',
    without: [
      {
        file: 'src/config/home.ts',
        text: "return homedir() !== '';",
        becomes: 'return homedir.length >= 0;',
      },
    ],
    test: 'tests/e2e/homeless.test.ts',
    named: 'lints as a user that the system does not know',
    built: true,
  },
  {
    threat:
      'a pull request that switches rules off in the configuration, with the posts that they would find',
    defence: '`--config-from` reads the configuration of another commit',
    without: [
      {
        file: 'src/project/session.ts',
        text: 'options.mirror ? mirrored(disk, options.mirror) : disk',
        becomes: 'disk',
      },
    ],
    test: 'tests/e2e/config-from.test.ts',
    named: 'counts for nothing',
    built: true,
  },
  {
    threat: 'the same, where nobody asked for another configuration',
    defence: '`--since` says that the configuration changed with the posts',
    without: [
      {
        file: 'src/cli/changed.ts',
        text: 'if (changed.length === 0) return;',
        becomes: 'return;',
      },
    ],
    test: 'tests/e2e/config-from.test.ts',
    named: '--since says that',
    built: true,
  },
  {
    threat: 'a schema of thousands of parts, and front matter of thousands of values that fit none',
    defence:
      'parts times values, and steps of patterns times characters, are counted before they are compared',
    without: [
      {
        file: 'src/config/post-schema.ts',
        text: 'if (isTooLarge(cost, data)) return [tooLarge];',
        becomes: '',
      },
    ],
    test: 'tests/rules/front-matter-schema.test.ts',
    named: 'front matter and a schema that are large both',
  },
];
