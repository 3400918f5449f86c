/** Why something in a folder was not gone into. */
export type SkippedWhy =
  /** What Git and its like keep of old versions. */
  | 'version-control'
  /** What others wrote, and a package manager brings back. */
  | 'dependencies'
  /** By `files.exclude` or `search.exclude`. */
  | 'excluded'
  /** A link: what it leads to within the folder has a name of its own there. */
  | 'link'
  /** A pipe, a socket, a device. */
  | 'special'
  | 'too-many'
  | 'too-deep'
  /** A folder whose names cannot be listed. */
  | 'unlisted';

/** Why a file was not looked into. */
export type UnseenWhy =
  | 'binary'
  /** More than the scanner takes; the airlock lets no such text out. */
  | 'too-large'
  | 'unreadable'
  /** The scanner took too long, died or failed over it. */
  | 'scan-failed';
