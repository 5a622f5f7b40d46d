const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'no more may be stored on the disk (quota)',
  EROFS: 'the file system is read-only',
  EACCES: 'permission is denied for the file or its folder',
  EPERM: 'the system does not permit it',
  EIO: 'the disk does not answer (input/output error)',
  // Of a folder that it may not make, Node says the same as of a file that is gone.
  ENOENT: 'the file is gone, or its folder cannot be made',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EISDIR: 'it is a folder',
  ENAMETOOLONG: 'its path is too long',
  ELOOP: 'its links lead in a circle, or are too many',
};

/** Why something failed, without full stop: of what a system says most often, plain words. */
export function reasonOf(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return Object.hasOwn(reasons, code) ? reasons[code]! : message;
}

/** The same of a file that could not be read. */
export function readingReasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'the file is gone' : reasonOf(error);
}

/** Does something on the disk. @throws Error that says in plain words why the system refused it */
export function plainly<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Error(reasonOf(error), { cause: error });
  }
}
