/** A kind of file that a post may point at. */
export type FileKind = 'post' | 'image' | 'recording' | 'document';

const endings: Readonly<Record<FileKind, RegExp>> = {
  post: /\.(?:md|mdx|markdown)$/i,
  image: /\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?|ico)$/i,
  recording: /\.(?:mp4|webm|mov|m4v|ogv|mp3|ogg|m4a|wav)$/i,
  document: /\.(?:pdf|docx?|pptx?|xlsx?|odt|odp|ods)$/i,
};

/** What the ending of a path says it is; null for all that may be a page of the built site. */
export function fileKindOf(path: string): FileKind | null {
  for (const kind of Object.keys(endings) as FileKind[]) if (endings[kind].test(path)) return kind;
  return null;
}

/**
 * The path that a target names relative to its post, without query and fragment and decoded. Null for everything but a
 * path: addresses, paths from the site's root, fragments, and what generators replace (`{filename}`, `@/`, `~/`, `$x`).
 */
export function relativePath(url: string): string | null {
  const path = url.trim().replace(/[?#].*$/s, '');
  if (!/^[\p{L}\p{N}._ -]/u.test(path) || /^[A-Za-z][A-Za-z0-9+.-]*:/.test(path)) return null;
  if (/^www\./i.test(path) || /[{}|<>"*\\^`\0]/.test(path)) return null;
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/** A path from a folder on, both relative to the root; null where it leads out of the root. */
export function joinPath(folder: string, path: string): string | null {
  const segments: string[] = [];
  for (const segment of `${folder}/${path}`.split('/')) {
    if (segment === '..') {
      if (segments.length === 0) return null;
      segments.pop();
    } else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

/** The folder of a path; the root is empty. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

// Where site generators look for what a path names, seen from the post's folder or one above it.
const assetFolders = ['', 'static', 'public', 'assets', 'content', 'source', 'src', 'docs', 'images', 'img'];
const mostFolders = 12;

/** Every place, relative to the root, at which some site generator would look for the target of a post. */
export function* placesOf(postPath: string, path: string): Iterable<string> {
  // A folder named like the post holds what belongs to it.
  const own = joinPath(postPath.replace(/\.[^./]+$/, ''), path);
  if (own !== null) yield own;
  let folder = folderOf(postPath);
  for (let i = 0; i < mostFolders; i++) {
    for (const assets of assetFolders) {
      const place = joinPath(assets === '' ? folder : `${folder}/${assets}`, path);
      if (place !== null) yield place;
    }
    if (folder === '') return;
    folder = folderOf(folder);
  }
}
