/** What becomes of an element: `opened` leaves its content in its place. */
export type Fate = 'kept' | 'dropped' | 'opened';

/** Namespaces of the Office programs and the standards; those of anyone else are unknown to all of them. */
const KNOWN =
  /^(?:http:\/\/schemas\.(?:microsoft\.com|openxmlformats\.org)\/|http:\/\/purl\.(?:oclc\.org\/ooxml|org)\/|http:\/\/www\.w3\.org\/|urn:schemas-microsoft-com:|$)/;

interface Scope {
  /** Of the element that opens it. */
  readonly depth: number;
  readonly ignorable: ReadonlySet<string>;
  /** Elements whose content stays, as `namespace name`; `*` stands for every name. */
  readonly opened: ReadonlySet<string>;
}

const words = (text: string | undefined): string[] => (text ?? '').split(/\s+/).filter((word) => word !== '');

/** The namespace of a prefix where an element stands. */
type Resolve = (prefix: string) => string | undefined;
type Attributes = Readonly<Record<string, string>>;

/**
 * Markup compatibility (ECMA-376 part 3, 7.2 to 7.6) as a program applies it that knows the namespaces of the Office programs and no
 * other: ignorable elements go, with or without their content, and so do choices that require what is unknown.
 */
export class Compatibility {
  readonly #scopes: Scope[] = [{ depth: -1, ignorable: new Set(), opened: new Set() }];

  /** An element begins; most say nothing here. */
  open(depth: number, { 'mc:Ignorable': ignorable, 'mc:ProcessContent': process }: Attributes, resolve: Resolve): void {
    if (ignorable === undefined && process === undefined) return;
    const outer = this.#scopes.at(-1) as Scope;
    const spaces = words(ignorable).map((prefix) => resolve(prefix) ?? '');
    const opened = words(process).map((word) => {
      const [prefix = '', local = ''] = word.split(':');
      return `${resolve(prefix) ?? ''} ${local}`;
    });
    this.#scopes.push({
      depth,
      ignorable: new Set([...outer.ignorable, ...spaces]),
      opened: new Set([...outer.opened, ...opened]),
    });
  }

  close(depth: number): void {
    if (this.#scopes.at(-1)?.depth === depth) this.#scopes.pop();
  }

  /** What becomes of an `mc:Choice`. */
  choice({ Requires }: Attributes, resolve: Resolve): Fate {
    return words(Requires).every((prefix) => KNOWN.test(resolve(prefix) ?? '?')) ? 'kept' : 'dropped';
  }

  /** What becomes of an element whose namespace is not read here. */
  fateOf(uri: string, local: string): Fate {
    if (KNOWN.test(uri)) return 'kept';
    const { ignorable, opened } = this.#scopes.at(-1) as Scope;
    if (!ignorable.has(uri)) return 'kept';
    return opened.has(`${uri} ${local}`) || opened.has(`${uri} *`) ? 'opened' : 'dropped';
  }
}
