/**
 * Hosts that are known to answer `https:`, so that their `http:` addresses can be changed unseen.
 *
 * Sources: `preloaded` holds entries of Chromium's HSTS preload list (net/http/transport_security_state_static.json,
 * commit 007cea8164de01f334aef1fe77474045aae36c25), for which browsers never use `http:`. `secure` holds hosts that
 * many organisations' posts link, and whose own canonical addresses begin with `https:`. Both as of November 2026.
 */

// Entries with `include_subdomains`: all names below them count too.
const preloaded = `
android app bank chrome dev foo gle gmail google hangout insurance meet new page play search youtube now.sh
accounts.google.com apis.google.com calendar.google.com chrome.google.com classroom.google.com cloud.google.com
code.google.com dl.google.com docs.google.com domains.google.com drive.google.com fi.google.com groups.google.com
hangouts.google.com meet.google.com play.google.com plus.google.com profiles.google.com script.google.com
security.google.com sites.google.com spreadsheets.google.com bugs.chromium.org build.chromium.org
codereview.chromium.org crbug.com crrev.com firebaseio.com goo.gl googlesource.com developer.android.com
market.android.com translate.googleapis.com withgoogle.com youtube.com blog.torproject.org dropbox.com riseup.net
stripe.com square.com cloudsecurityalliance.org spideroak.com
`;

// These names themselves, sites also with `www.` before them; no others below them.
const secure = `
android.com blogger.com chromium.org google.com googlegroups.com youtu.be youtube-nocookie.com
github.com gist.github.com raw.githubusercontent.com user-images.githubusercontent.com docs.github.com
help.github.com developer.github.com education.github.com pages.github.com github.blog
gitlab.com about.gitlab.com docs.gitlab.com bitbucket.org codeberg.org sr.ht git.sr.ht lists.sr.ht sourceforge.net
crates.io docs.rs rust-lang.org blog.rust-lang.org doc.rust-lang.org forge.rust-lang.org foundation.rust-lang.org
internals.rust-lang.org play.rust-lang.org static.rust-lang.org users.rust-lang.org rustfoundation.org
npmjs.com nodejs.org openjsf.org typescriptlang.org jsr.io unpkg.com cdn.jsdelivr.net cdnjs.cloudflare.com
python.org docs.python.org peps.python.org discuss.python.org wiki.python.org pypi.org us.pycon.org djangoproject.com
docs.djangoproject.com readthedocs.org jupyter.org numpy.org scipy.org pandas.pydata.org matplotlib.org
rubygems.org ruby-lang.org bundler.io rubyonrails.org guides.rubyonrails.org packagist.org php.net wordpress.org
wordpress.com go.dev golang.org blog.golang.org pkg.go.dev kotlinlang.org scala-lang.org clojure.org clojars.org
cljdoc.org haskell.org hackage.haskell.org elixir-lang.org hex.pm julialang.org cran.r-project.org r-project.org
rstudio.com posit.co tidyverse.org swift.org dart.dev flutter.dev ziglang.org nim-lang.org llvm.org
reactjs.org vuejs.org angular.io svelte.dev jquery.com getbootstrap.com webpack.js.org babeljs.io eslint.org
mozilla.org blog.mozilla.org hacks.mozilla.org developer.mozilla.org bugzilla.mozilla.org support.mozilla.org
wiki.mozilla.org addons.mozilla.org servo.org blog.servo.org thunderbird.net
wikipedia.org en.wikipedia.org de.wikipedia.org fr.wikipedia.org es.wikipedia.org it.wikipedia.org nl.wikipedia.org
pt.wikipedia.org ja.wikipedia.org ru.wikipedia.org pl.wikipedia.org sv.wikipedia.org wikimedia.org
commons.wikimedia.org upload.wikimedia.org meta.wikimedia.org wikidata.org mediawiki.org wikimediafoundation.org
en.wiktionary.org openstreetmap.org wiki.openstreetmap.org creativecommons.org archive.org web.archive.org doi.org
dx.doi.org arxiv.org orcid.org zenodo.org jstor.org nature.com dl.acm.org ieeexplore.ieee.org link.springer.com
ietf.org tools.ietf.org datatracker.ietf.org rfc-editor.org w3.org eff.org letsencrypt.org fsf.org gnu.org
opensource.org linuxfoundation.org cncf.io kubernetes.io docker.com hub.docker.com docs.docker.com quay.io
apache.org debian.org wiki.debian.org packages.debian.org ubuntu.com launchpad.net fedoraproject.org
getfedora.org redhat.com suse.com opensuse.org archlinux.org wiki.archlinux.org gentoo.org freebsd.org
kernel.org git.kernel.org lore.kernel.org gnome.org wiki.gnome.org gitlab.gnome.org kde.org
freedesktop.org gitlab.freedesktop.org libreoffice.org documentfoundation.org blender.org gimp.org inkscape.org
lwn.net phoronix.com fosdem.org jitsi.org meet.jit.si torproject.org fastmail.com protonmail.com signal.org
matrix.org app.element.io joinmastodon.org mastodon.social fosstodon.org hachyderm.io bsky.app
twitter.com mobile.twitter.com x.com t.co facebook.com m.facebook.com instagram.com linkedin.com reddit.com
old.reddit.com tumblr.com pinterest.com tiktok.com threads.net whatsapp.com t.me telegram.org discord.com
discord.gg discordapp.com slack.com zulip.com gitter.im zoom.us skype.com
vimeo.com player.vimeo.com twitch.tv soundcloud.com spotify.com open.spotify.com podcasts.apple.com itunes.apple.com
apps.apple.com apple.com developer.apple.com flickr.com imgur.com i.imgur.com giphy.com unsplash.com slideshare.net
speakerdeck.com slides.com figma.com canva.com
medium.com dev.to hashnode.com substack.com ghost.org mailchimp.com eepurl.com bit.ly tinyurl.com ow.ly
stackoverflow.com stackexchange.com serverfault.com superuser.com askubuntu.com math.stackexchange.com
news.ycombinator.com ycombinator.com lobste.rs producthunt.com hackernoon.com infoq.com techcrunch.com
theverge.com wired.com arstechnica.com theguardian.com nytimes.com washingtonpost.com bbc.com bbc.co.uk reuters.com
bloomberg.com forbes.com ft.com economist.com heise.de golem.de
meetup.com eventbrite.com eventbrite.co.uk eventbrite.de eventbrite.fr lu.ma luma.com ti.to sessionize.com
papercall.io sched.com hopin.com
paypal.com paypal.me patreon.com opencollective.com kickstarter.com indiegogo.com gofundme.com liberapay.com
ko-fi.com buymeacoffee.com amazon.com amazon.co.uk amazon.de smile.amazon.com aws.amazon.com docs.aws.amazon.com
ebay.com etsy.com
microsoft.com docs.microsoft.com learn.microsoft.com azure.microsoft.com devblogs.microsoft.com
code.visualstudio.com marketplace.visualstudio.com visualstudio.com office.com live.com outlook.com
jetbrains.com blog.jetbrains.com plugins.jetbrains.com oracle.com docs.oracle.com ibm.com intel.com amd.com
nvidia.com developer.nvidia.com cloudflare.com blog.cloudflare.com heroku.com netlify.com vercel.com
digitalocean.com linode.com fastly.com jenkins.io travis-ci.org travis-ci.com circleci.com codecov.io
hackerone.com huggingface.co kaggle.com openai.com coursera.org edx.org udemy.com khanacademy.org
trello.com asana.com atlassian.com notion.so airtable.com typeform.com surveymonkey.com doodle.com calendly.com
mit.edu stanford.edu berkeley.edu harvard.edu cmu.edu ox.ac.uk cam.ac.uk
europa.eu ec.europa.eu nist.gov nasa.gov whitehouse.gov gov.uk un.org who.int
`;

// Sites of their own below a host that answers `https:` for all of them.
const shared: ReadonlySet<string> = new Set(
  words('github.io gitlab.io netlify.app vercel.app readthedocs.io blogspot.com wordpress.com medium.com'),
);

const siteWithWww = /^www\.[^.]+\.(?:[^.]+|(?:ac|co)\.uk)$/;

let exact: ReadonlySet<string> | undefined;
let above: ReadonlySet<string> | undefined;

/** Whether a host is on the list, by itself or through a name above it; lower case. */
export function answersHttps(host: string): boolean {
  exact ??= new Set(words(secure));
  above ??= new Set(words(preloaded));
  if (exact.has(host) || (siteWithWww.test(host) && exact.has(host.slice(4)))) return true;
  for (let name = host; name !== ''; name = parentOf(name)) if (above.has(name)) return true;
  return shared.has(parentOf(host));
}

function parentOf(host: string): string {
  const dot = host.indexOf('.');
  return dot < 0 ? '' : host.slice(dot + 1);
}

function words(list: string): string[] {
  return list.split(/\s+/).filter(Boolean);
}
