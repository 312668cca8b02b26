/** What becomes of an element: `opened` leaves its content in its place. */
export type Fate = 'kept' | 'dropped' | 'opened';

/** Namespaces of the Office programs and the standards; those of anyone else are unknown to all of them. */
const KNOWN =
  /^(?:http:\/\/schemas\.(?:microsoft\.com|openxmlformats\.org)\/|http:\/\/purl\.(?:oclc\.org\/ooxml|org)\/|http:\/\/www\.w3\.org\/|urn:schemas-microsoft-com:|$)/;

interface Scope {
  readonly ignorable: ReadonlySet<string>;
  /** Elements whose content stays, as `namespace name`; `*` stands for every name. */
  readonly opened: ReadonlySet<string>;
}

const words = (text: string | undefined): string[] => (text ?? '').split(/\s+/).filter((word) => word !== '');

/**
 * Markup compatibility (ECMA-376 part 3, 7.2 to 7.6) as a program applies it that knows the namespaces of the Office programs and no
 * other: ignorable elements go, with or without their content, and so do choices that require what is unknown.
 */
export class Compatibility {
  readonly #scopes: Scope[] = [{ ignorable: new Set(), opened: new Set() }];
  #resolve: (prefix: string) => string | undefined = () => undefined;

  /** @param resolve the namespace of a prefix where the element stands */
  open(attributes: Readonly<Record<string, string>>, resolve: (prefix: string) => string | undefined): void {
    this.#resolve = resolve;
    const outer = this.#scopes.at(-1) as Scope;
    const { 'mc:Ignorable': ignorable, 'mc:ProcessContent': process } = attributes;
    if (ignorable === undefined && process === undefined) {
      this.#scopes.push(outer);
      return;
    }
    const spaces = words(ignorable).map((prefix) => resolve(prefix) ?? '');
    const opened = words(process).map((word) => {
      const [prefix = '', local = ''] = word.split(':');
      return `${resolve(prefix) ?? ''} ${local}`;
    });
    this.#scopes.push({
      ignorable: new Set([...outer.ignorable, ...spaces]),
      opened: new Set([...outer.opened, ...opened]),
    });
  }

  fateOf(uri: string, local: string, name: string, attributes: Readonly<Record<string, string>>): Fate {
    if (name === 'mc:Choice') {
      const required = words(attributes.Requires);
      return required.every((prefix) => KNOWN.test(this.#resolve(prefix) ?? '?')) ? 'kept' : 'dropped';
    }
    if (KNOWN.test(uri)) return 'kept';
    const { ignorable, opened } = this.#scopes.at(-1) as Scope;
    if (!ignorable.has(uri)) return 'kept';
    return opened.has(`${uri} ${local}`) || opened.has(`${uri} *`) ? 'opened' : 'dropped';
  }

  close(): void {
    this.#scopes.pop();
  }
}
