import rule from '../../src/rules/no-staging-link.ts';
import { testRule } from '../../src/testing.ts';

const local = (host: string) =>
  `The link leads to \`${host}\`, which only answers on your own machine or network: link the published page.`;
const file = 'The link leads to a file on your own machine: link the published page.';
const preview = (host: string) =>
  `The link leads to \`${host}\`, a preview that will be gone: link the published page.`;
const staging = (host: string, domain: string) =>
  `The link leads to \`${host}\`, where \`${domain}\` is tried out: link the published page.`;
const editor = 'The link leads to a page for editors, which readers cannot open: link the published page.';

testRule(rule, {
  valid: [
    {
      name: 'buttons and names at those services',
      text: '[a](https://app.netlify.com/start/deploy?repository=x) [b](https://my-git-tool.vercel.app)\n',
    },
    { text: 'See [the notes](https://servo.org/notes).\n' },
    { name: 'instructions', text: 'Run it and visit http://localhost:8080 or <http://127.0.0.1:3000>.\n' },
    {
      name: 'an address that is shown',
      text: 'Open [http://localhost:8000/docs](http://localhost:8000/docs).\n',
    },
    { name: 'a shown address in code', text: 'Open [`localhost`](http://localhost:8000/).\n' },
    {
      name: 'a host that the post shows in code',
      text: 'Start it with `serve --at localhost:8000`, then open [the page](http://localhost:8000/a).\n',
    },
    {
      name: 'a host that a code block shows',
      text: '    curl http://localhost:8000\n\nThen open [the page](http://localhost:8000/a).\n',
    },
    {
      name: 'a server that readers run',
      text: 'Open the sandbox locally [here](http://localhost:8000/a), or [on your own machine](http://127.0.0.1/).\n',
    },
    { name: 'HTML: a tunnel', text: '<p>The <a href="http://10.0.0.1/">tunnel</a> ends here.</p>\n' },
    {
      name: 'a preview that is announced',
      text: 'There is a preview of the new site [on Netlify](https://deploy-preview-12--servo.netlify.app/).\n',
    },
    {
      name: 'a demo',
      text: 'Try [the demo](https://new--servo.netlify.app/) and [the prototype](https://abc.servo.pages.dev).\n',
    },
    {
      name: 'sites at those services',
      text: '[a](https://servo.netlify.app) [b](https://servo.vercel.app) [c](https://servo.pages.dev) [d](https://servo.web.app) [e](https://servo.gitlab.io)\n',
    },
    {
      name: 'the services themselves',
      text: '[a](https://ngrok.com) [b](https://www.gitpod.io) [c](https://vercel.com) [d](https://gitpod.io/#https://x)\n',
    },
    { name: 'a staging site that nothing says is one', text: 'See [a](https://staging.servo.org) alone.\n' },
    {
      name: 'a staging site that is announced',
      text: '[Servo](https://servo.org) can be tested on [staging](https://staging.servo.org).\n',
    },
    {
      name: 'hosts that are called so',
      text: '[a](https://dev.mysql.com) [b](https://mysql.com) [c](https://stage.org) [d](https://preview.npmjs.com) [e](https://npmjs.com)\n',
    },
    {
      name: 'public addresses',
      text: '[a](http://8.8.8.8) [b](http://172.32.0.1) [c](http://192.169.1.1) [d](http://[2001:db8::1]/)\n',
    },
    {
      name: 'hosts with numbers',
      text: '[a](https://10.servo.org) [b](https://127.0.0.1.servo.org) [c](https://localhost.servo.org)\n',
    },
    {
      name: 'paths with those words',
      text: '[a](https://servo.org/localhost) [b](https://servo.org/?u=http://localhost:80) [c](/file:x)\n',
    },
    { name: 'a scheme with that word', text: '[a](profile://x) [b](https://servo.org/file:///x)\n' },
    { name: 'a shown file', text: 'Open [file:///etc/hosts](file:///etc/hosts).\n' },
    {
      name: 'about WordPress',
      text: '[the editor](https://servo.org/docs/wp-admin/) [b](https://servo.org/wp-admin-tips)\n',
    },
    { name: 'a shared document', text: '[minutes](https://docs.google.com/document/d/1a2b/edit)\n' },
    { name: 'code', text: 'Write `[a](http://localhost:3000)`.\n\n```md\n[a](file:///home/me/a.md)\n```\n' },
    { name: 'a comment', text: '<!-- <a href="http://localhost:3000">a</a> -->\n' },
    { name: 'templates', text: '[a](http://localhost:{{ port }}/x) <a href="file:///{{ path }}">b</a>\n' },
    {
      name: 'other lists',
      text: '[a](https://deploy-preview-1--servo.netlify.app)\n',
      options: { hosts: [] },
    },
  ],
  invalid: [
    {
      name: 'a demo on the machine of the writer',
      text: 'Try the [demo](http://localhost:3000/demo), the [sandbox](http://192.168.1.4/) or the playground [file](file:///home/me/a.html).\n',
      reports: [
        `1:16-1:42 ${local('localhost:3000')}`,
        `1:59-1:78 ${local('192.168.1.4')}`,
        `1:105-1:127 ${file}`,
      ],
    },
    {
      text: 'Read [our recap](http://localhost:4000/blog/recap).\n',
      reports: [`1:18-1:50 ${local('localhost:4000')}`],
    },
    {
      name: 'addresses of machines and networks',
      text: '- 🎉 [a](http://127.0.0.1:8000/a)\n- [b](http://10.0.0.5/b)\n- [c](http://172.16.3.4/c)\n- [d](http://192.168.1.7/d)\n- [e](http://169.254.0.1/e)\n- [f](http://[::1]:80/f)\n- [g](http://[fd12:3456::1]/g)\n- [h](http://blog.localhost/h)\n',
      reports: [
        `1:10-1:33 ${local('127.0.0.1:8000')}`,
        `2:7-2:24 ${local('10.0.0.5')}`,
        `3:7-3:26 ${local('172.16.3.4')}`,
        `4:7-4:27 ${local('192.168.1.7')}`,
        `5:7-5:27 ${local('169.254.0.1')}`,
        `6:7-6:24 ${local('[::1]:80')}`,
        `7:7-7:30 ${local('[fd12:3456::1]')}`,
        `8:7-8:30 ${local('blog.localhost')}`,
      ],
    },
    {
      name: 'in HTML',
      text: '<p>Read <a href="http://localhost:4000/recap">our recap</a>.</p>\n\nWith <img src="http://localhost:4000/a.png" alt="a chart">\n',
      reports: [`1:18-1:45 ${local('localhost:4000')}`, `3:16-3:43 ${local('localhost:4000')}`],
    },
    {
      name: 'images',
      text: '![chart](http://localhost:1313/chart.png)\n',
      reports: [`1:10-1:41 ${local('localhost:1313')}`],
    },
    {
      name: 'a definition once',
      text: '[a][x] and [b][x]\n\n[x]: http://localhost:1313/a\n',
      reports: [`3:6-3:29 ${local('localhost:1313')}`],
    },
    {
      text: '[the report](file:///C:/Users/ada/report.pdf) ![x](file:///tmp/a.png)\n',
      reports: [`1:14-1:45 ${file}`, `1:52-1:69 ${file}`],
    },
    {
      name: 'a file in HTML',
      text: '<a href="file:///home/ada/a.html">the report</a>\n',
      reports: [`1:10-1:33 ${file}`],
    },
    {
      text: 'Read [our recap](https://deploy-preview-12--servo.netlify.app/recap).\n',
      reports: [`1:18-1:68 ${preview('deploy-preview-12--servo.netlify.app')}`],
    },
    {
      name: 'previews and tunnels',
      text: '[a](https://servo-git-recap-team.vercel.app/a) [b](https://3fa2b1c0.servo.pages.dev/b) [c](https://gleaming-tree.cloudvent.net/c) [d](https://ab12.ngrok.io/d)\n',
      reports: [
        `1:5-1:46 ${preview('servo-git-recap-team.vercel.app')}`,
        `1:52-1:86 ${preview('3fa2b1c0.servo.pages.dev')}`,
        `1:92-1:129 ${preview('gleaming-tree.cloudvent.net')}`,
        `1:135-1:158 ${preview('ab12.ngrok.io')}`,
      ],
    },
    {
      name: 'several previews',
      text: 'Read [a](https://deploy-preview-1--servo.netlify.app/a) or [b](https://deploy-preview-2--servo.netlify.app/b).\n',
      reports: [
        `1:10-1:55 ${preview('deploy-preview-1--servo.netlify.app')}`,
        `1:64-1:109 ${preview('deploy-preview-2--servo.netlify.app')}`,
      ],
    },
    {
      name: 'a preview as an image',
      text: '> ![chart](https://gleaming-tree.cloudvent.net/chart.png)\n',
      reports: [`1:12-1:57 ${preview('gleaming-tree.cloudvent.net')}`],
    },
    {
      name: 'a list of your own',
      text: '[a](https://next.servo.dev/a)\n',
      options: { hosts: ['next.*'] },
      reports: [`1:5-1:29 ${preview('next.servo.dev')}`],
    },
    {
      name: 'a staging host beside the published one',
      text: '[a](https://staging.servo.org/a) and [b](https://www.servo.org/b)\n',
      reports: [`1:5-1:32 ${staging('staging.servo.org', 'www.servo.org')}`],
    },
    {
      name: 'a staging host of an earlier post',
      text: '## [Recap](https://blog-staging.servo.org/a)\n',
      earlier: [{ text: '[b](https://blog.servo.org/b)\n', path: 'q1-2024.md' }],
      reports: [`1:12-1:44 ${staging('blog-staging.servo.org', 'blog.servo.org')}`],
    },
    {
      name: 'pages for editors',
      text: '[a](https://servo.org/wp-admin/post.php?post=12&action=edit) [b](https://servo.org/?p=12&preview=true)\n\n[c](https://servo.org/ghost/#/editor/post/1)\n',
      reports: [`1:5-1:60 ${editor}`, `1:66-1:102 ${editor}`, `3:5-3:44 ${editor}`],
    },
  ],
});
