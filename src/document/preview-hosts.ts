/**
 * Hosts where a site stands before it is published, or where one machine answers for a while; `*` is any run of
 * characters without `/`. The shapes are those that the services give such addresses: Netlify (deploy previews and branch deploys),
 * Vercel (preview URLs), Cloudflare (Pages previews, quick tunnels), CloudCannon (testing domains), Read the Docs
 * (pull request previews), Render, Heroku (review apps), Firebase (preview channels), AWS Amplify, ngrok, localtunnel,
 * Gitpod and GitHub Codespaces.
 */
export const previewHosts: readonly string[] = [
  '*--*.netlify.app',
  '*--*.netlify.com',
  '*-git-*-*.vercel.app',
  '*.*.pages.dev',
  '*.cloudvent.net',
  '*--*.web.app',
  '*--*.readthedocs.build',
  '*-pr-*.herokuapp.com',
  '*-pr-*.onrender.com',
  'pr-*.*.amplifyapp.com',
  '*.trycloudflare.com',
  '*.ngrok.io',
  '*.ngrok.app',
  '*.ngrok-free.app',
  '*.ngrok-free.dev',
  '*.loca.lt',
  '*.ws-*.gitpod.io',
  '*.app.github.dev',
  '*.githubpreview.dev',
];
