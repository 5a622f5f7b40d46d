/**
 * Pages that posts link again and again, because what they are about goes on: changes and issues until they are done, events
 * until they are over, documentation and lists whenever they are needed. Written by hand from how such sites build their
 * addresses.
 */
const hosts =
  /^(?:docs?|books?|developer|developers|api|reference|manual|wiki|bugs?|bugzilla|issues|jobs?|careers|[a-z]{0,20}jobs?[a-z]{0,10}|calendar|events?|status|download|downloads|survey)\.|(?:^|\.)(?:meetup\.com|eventbrite\.[a-z.]{2,6}|lu\.ma|luma\.com|ti\.to|pretix\.eu|sessionize\.com|papercall\.io|tickettailor\.com|ticketing\.[a-z.]{2,10}|docs\.rs|crates\.io|pypi\.org|npmjs\.com|rubygems\.org|readthedocs\.io|wikipedia\.org|rdrr\.io|opencollective\.com|patreon\.com|indeed\.com|lever\.co|greenhouse\.io|applytojob\.com|jobboard\.io|hub\.docker\.com|gethired\.com|breezy\.hr|recruitee\.com|bamboohr\.com|smartrecruiters\.com|personio\.(?:com|de)|welcometothejungle\.com|ashbyhq\.com|workable\.com|linkedin\.com|airtable\.com|typeform\.com|forms\.gle|docs\.google\.com)$/;

const paths =
  /\/(?:docs?|documentation|reference|references|manual|guides?|handbook|wiki|faq|jobs?|careers?|positions?|vacancies|hiring|events?|meetups?|calendar|conferences?|tickets?|registration|register|cfp|call-for-[a-z-]{1,30}|surveys?|issues?|bugs?|tickets|bugzilla|show_bug\.cgi|tracker|milestones?|roadmap|changelogs?|releases|downloads?|sponsors?|donate|crates|packages)(?:[/.]|$)|\/(?:index|changelog|news|readme|contributing)\.(?:html?|md|txt|rst)$/i;

/** Pages of a project on a site for code that are an article: one release, one announcement, a text that lies in it. */
const articleInCode =
  /^\/[^/]+\/[^/]+\/(?:releases\/tag\/.|discussions\/\d|blob\/.+\.(?:md|adoc|rst|txt|pdf)$)/i;
const codeHost =
  /^(?:github\.com|gitlab\.com|codeberg\.org|bitbucket\.org|sr\.ht|git\..+|gitlab\..+|gerrit\..+)$/;
const standingFile =
  /\/(?:changelog|readme|contributing|news|history|changes|releases?|roadmap)\.[a-z]{2,4}$/i;

/** Whether a page is one that may well be linked again. `host` comes without `www.`. */
export function isLasting(host: string, path: string): boolean {
  if (codeHost.test(host)) return !articleInCode.test(path) || standingFile.test(path);
  return hosts.test(host) || paths.test(path);
}

/** Sections whose entries stay until they are over, or that are there for what never changes. */
export const standingSection =
  /\b(?:events?|meetups?|conferences?|workshops?|calendar|agenda|jobs?|careers?|hiring|positions|openings|vacancies|opportunities|calls?|cfps?|proposals|papers|participat(?:e|ion)|comment period|quotes?|sponsors?|supporters|backers|donat(?:e|ions?)|about|contact|credits|contribut(?:e|ing)|involved|wanted|subscribe|follow|resources|background|how to|upcoming|deadlines?)\b/i;
