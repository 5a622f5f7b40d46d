import type { Range } from './source.ts';

/**
 * Parameters of addresses that say who led a reader to a page, not which page it is. Collected by hand, November 2026,
 * from what their owners document and from what the filter lists of browsers name for them.
 */
interface Tracker {
  /** Who reads it. */
  readonly owner: string;
  /** Names in lower case, with a `*` at the end for all that begin so. */
  readonly names: string;
  /** Sites that give it this meaning; everywhere where absent. A label stands for all its suffixes: `amazon.`. */
  readonly hosts?: string;
  /** The values with this meaning; all where absent. */
  readonly values?: RegExp;
}

const trackers: readonly Tracker[] = [
  { owner: 'Google Analytics', names: 'utm_* _ga _gl' },
  { owner: 'Google Ads', names: 'gclid gclsrc dclid gbraid wbraid' },
  {
    owner: 'Google Docs',
    names: 'usp',
    hosts: 'docs.google.com drive.google.com forms.gle sites.google.com google.com',
    values:
      /^(?:sharing|share_link|sf_link|drive_link|drivesdk|drive_web|drive_copy|send_form|mail_form_link|embed_facebook|gmail)$/,
  },
  { owner: 'YouTube', names: 'si feature', hosts: 'youtube.com youtu.be music.youtube.com' },
  { owner: 'Spotify', names: 'si', hosts: 'open.spotify.com' },
  { owner: 'Facebook', names: 'fbclid fb_action_ids fb_action_types fb_source fb_ref' },
  { owner: 'Facebook', names: 'fref mibextid __tn__ __cft__* hc_ref', hosts: 'facebook.com' },
  { owner: 'Instagram', names: 'igshid igsh', hosts: 'instagram.com' },
  { owner: 'Twitter', names: 'ref_src twclid __twitter_impression' },
  { owner: 'Twitter', names: 's t ref_url', hosts: 'twitter.com x.com mobile.twitter.com' },
  { owner: 'TikTok', names: 'ttclid' },
  { owner: 'LinkedIn', names: 'li_fat_id' },
  { owner: 'LinkedIn', names: 'trk trkinfo trackingid lipi rcm originalsubdomain', hosts: 'linkedin.com' },
  { owner: 'Pinterest', names: 'epik' },
  { owner: 'Reddit', names: 'rdt_cid' },
  { owner: 'Reddit', names: 'share_id rdt', hosts: 'reddit.com' },
  { owner: 'Snapchat', names: 'sccid' },
  { owner: 'Microsoft Advertising', names: 'msclkid' },
  { owner: 'Yandex', names: 'yclid ysclid _openstat' },
  { owner: 'Yahoo', names: 'guccounter guce_referrer guce_referrer_sig' },
  { owner: 'Mailchimp', names: 'mc_cid mc_eid' },
  {
    owner: 'HubSpot',
    names: '_hsenc _hsmi __hstc __hssc __hsfp hsctatracking hss_channel hsa_*',
  },
  { owner: 'Marketo', names: 'mkt_tok' },
  { owner: 'Vero', names: 'vero_id vero_conv' },
  { owner: 'Omeda', names: 'oly_anon_id oly_enc_id' },
  { owner: 'Kit', names: 'ck_subscriber_id' },
  { owner: 'MailerLite', names: 'ml_subscriber ml_subscriber_hash' },
  { owner: 'Klaviyo', names: '_kx' },
  { owner: 'Dotdigital', names: 'dm_i' },
  { owner: 'Blueshift', names: 'bsft_*' },
  { owner: 'Listrak', names: '_bta_tid _bta_c' },
  { owner: 'Eloqua', names: 'elqtrack elqtrackid elqaid elqat elqcampaignid' },
  { owner: 'Adobe Analytics', names: 's_cid' },
  { owner: 'Matomo', names: 'mtm_* pk_campaign pk_kwd pk_source pk_medium piwik_campaign piwik_kwd' },
  { owner: 'Wicked Reports', names: 'wickedid' },
  { owner: 'Branch', names: '_branch_match_id' },
  {
    owner: 'Alibaba',
    names: 'spm',
    hosts: 'alibaba.com aliexpress.com taobao.com aliyun.com alibabacloud.com',
  },
  {
    owner: 'Medium',
    names: 'source',
    hosts: 'medium.com',
    values: /^(?:post_page|user_profile|social|rss|email|search)/,
  },
  { owner: 'Amazon', names: 'pf_rd_* pd_rd_* ref_', hosts: 'amazon.' },
];

// The name of the site that links, as Ghost and some newsletters add it; for a sponsor it may be agreed on.
const referrers: readonly Tracker[] = [
  {
    owner: 'Ghost',
    names: 'ref',
    values: /^(?:[a-z0-9-]{1,63}\.){1,5}(?:com|org|net|io|dev|co|blog|news|eu|de|fr|uk)$/,
  },
];

const affiliates: readonly Tracker[] = [
  { owner: 'Eventbrite and others', names: 'aff affid aff_id affiliate affiliate_id aff_sub*' },
  { owner: 'Amazon', names: 'tag ref linkcode linkid ascsubtag creativeasin', hosts: 'amazon.' },
  { owner: 'Impact', names: 'irclickid irgwc' },
  { owner: 'Awin', names: 'awc' },
  { owner: 'CJ', names: 'cjevent' },
  { owner: 'Rakuten', names: 'ranmid raneaid ransiteid' },
  { owner: 'ShareASale', names: 'sscid' },
  { owner: 'Tradedoubler', names: 'tduid' },
  { owner: 'Post Affiliate Pro', names: 'a_aid a_bid' },
  { owner: 'AliExpress', names: 'afid aff_fcid aff_platform aff_trace_key' },
];

export type Purpose = 'tracking' | 'referrer' | 'affiliate';

/** A name, or the beginning of names, with what it means on which sites. */
interface Meaning extends Pick<Tracker, 'values'> {
  readonly purpose: Purpose;
  /** Null: everywhere. */
  readonly sites: readonly string[] | null;
}

const byName = new Map<string, Meaning[]>();
const byBeginning = new Map<string, Meaning[]>();
const lists = { tracking: trackers, referrer: referrers, affiliate: affiliates } as const;
const purposes = Object.keys(lists) as Purpose[];
for (const purpose of purposes) {
  for (const { names, hosts, values } of lists[purpose]) {
    for (const name of names.split(' ')) {
      const [table, key] = name.endsWith('*') ? [byBeginning, name.slice(0, -1)] : [byName, name];
      const meaning = { purpose, sites: hosts?.split(' ') ?? null, values };
      table.set(key, [...(table.get(key) ?? []), meaning]);
    }
  }
}

/** What a parameter of an address of that host is for; null where it may be needed. */
export function purposeOf(name: string, value: string, host: string): Purpose | null {
  const wanted = name.toLowerCase();
  const meanings = [...(byName.get(wanted) ?? [])];
  for (const [beginning, named] of byBeginning) if (wanted.startsWith(beginning)) meanings.push(...named);
  const meant = meanings.filter(
    ({ sites, values }) =>
      (sites === null || sites.some((site) => isOf(host, site))) && (!values || values.test(value)),
  );
  return purposes.find((purpose) => meant.some((meaning) => meaning.purpose === purpose)) ?? null;
}

function isOf(host: string, site: string): boolean {
  if (site.endsWith('.')) return host.replace(/^(?:www|smile|m)\./, '').startsWith(site);
  return host === site || host.endsWith(`.${site}`);
}

/** A parameter of an address as it is written. */
export interface Parameter {
  readonly name: string;
  readonly value: string;
  /** Offsets in the written address, the signs around it left out. */
  readonly range: Range;
  /** Where the `?` or `&` before it begins, written as an entity or not. */
  readonly signStart: number;
}

const separator = /&amp;|&#38;|&#[xX]26;|&/g;

/** The parameters of an address as it stands in the source, where `&` may be an entity. */
export function parametersOf(written: string): Parameter[] {
  const question = written.indexOf('?');
  const end = fragmentStart(written);
  if (question < 0 || question > end) return [];
  const found: Parameter[] = [];
  let signStart = question;
  let start = question + 1;
  const add = (stop: number) => {
    const parameter = written.slice(start, stop);
    const [name] = parameter.split('=', 1) as [string];
    found.push({ name, value: parameter.slice(name.length + 1), range: { start, end: stop }, signStart });
  };
  for (const match of written.slice(0, end).matchAll(separator)) {
    if (match.index < start) continue;
    add(match.index);
    signStart = match.index;
    start = match.index + match[0].length;
  }
  add(end);
  return found;
}

/** Where the fragment begins: at a `#` that is not part of an entity. */
function fragmentStart(written: string): number {
  for (let at = written.indexOf('#'); at >= 0; at = written.indexOf('#', at + 1)) {
    if (written[at - 1] !== '&') return at;
  }
  return written.length;
}
