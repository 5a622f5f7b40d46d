const codeHost = /^(?:www\.)?(?:github\.com|gitlab\.com|codeberg\.org|bitbucket\.org)$/;

// A room is linked for each meeting that is held in it.
const roomHost =
  /(?:^|\.)(?:discord(?:app)?\.com|discord\.gg|slack\.com|gitter\.im|matrix\.to|mibbit\.com|zulipchat\.com|zoom\.us|meet\.google\.com|teams\.microsoft\.com|jit\.si|t\.me)$/;

// What stands before or behind a name in addresses.
const collection =
  /^(?:@|c|channel|company|events?|groups?|in|labels?|o|people|profile|tags?|team|topics?|users?|[a-z]{2})$/i;

/** The names on the path of a page, those left out that only say what kind of name follows. */
export function namesOnPath(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '' && !collection.test(segment));
}

/** Whether an address is that of a site, a person, a group, a project or a room: they are linked wherever they are named. */
export function isNameAddress(host: string, page: string): boolean {
  const [path = '', query] = page.split('?');
  if (path.replaceAll('/', '') === '' || roomHost.test(host)) return true;
  return query === undefined && namesOnPath(path).length <= (codeHost.test(host) ? 2 : 1);
}
