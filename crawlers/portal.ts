/** A publisher as declared in `crawlers/portals/*.yaml` or a user's own file. */
export interface Portal {
  /** Lower-case letters, digits and `-`; unique over all files. */
  readonly id: string;
  /** The publisher's name: 北京市人民政府. */
  readonly name: string;
  /** GB/T 2260 style code of its place, 2 to 12 digits; null where not known. */
  readonly region: string | null;
  readonly level: 'nation' | 'province' | 'prefecture' | 'county' | 'township' | null;
  readonly home: string;
  /** Entry pages of its annual-report columns, absolute. Empty: discovery starts from `home`. */
  readonly columns: readonly string[];
  /** The portal software where it is known; else it is recognised on the pages. */
  readonly family: string | null;
  /** Host names beyond `*.gov.cn` that belong to it; `*.` at the start stands for any subdomain. */
  readonly hosts: readonly string[];
  /** How many bodies are expected to report each year. */
  readonly agencies: number | null;
  readonly corrections: readonly Correction[];
  /** Why its hosts may be spoken to with a TLS that is out of date; null: they may not. */
  readonly legacyTls: string | null;
  /** Where the declaration stands, for messages. */
  readonly declaredAt: { readonly file: string; readonly line: number };
}

/** The hosts of a portal: those of its home page and its columns, and those that it names. */
export const hostsOf = ({ home, columns, hosts }: Pick<Portal, 'home' | 'columns' | 'hosts'>): readonly string[] => [
  ...new Set([...[home, ...columns].map((url) => new URL(url).hostname.replace(/^\[|\]$/g, '')), ...hosts]),
];

/** What a person found wrong about a place, and why: `skip` leaves it out, `kind` says what it is. */
export interface Correction {
  readonly url: string;
  readonly skip: boolean;
  readonly kind: 'column' | 'report' | null;
  readonly because: string;
}

/** Everything one or several files declare. */
export interface Declarations {
  readonly portals: readonly Portal[];
  /**
   * Where to connect in place of what DNS says: host name to `address:port`. For tests and for networks with their own
   * routes; a private address among them still needs `--allow-private`.
   */
  readonly connect: Readonly<Record<string, string>>;
}
