import { endingOf } from './files.ts';
import type { Host, Place, Trap } from './host.ts';
import { figuresOf } from './report.ts';

/** A report that a crawl must find, once. */
export interface TrueReport {
  readonly agency: string;
  readonly year: number;
  /** As its first page is titled. */
  readonly title: string;
  readonly host: string;
  readonly family: string;
  /** All places where it stands, under the host's first name. */
  readonly urls: readonly string[];
  readonly attachments: readonly TrueAttachment[];
  /** Every figure by its key: all are reported, none is blank. */
  readonly figures: Readonly<Record<string, number>>;
  /** Where the tables can be read: on the page, only in a file, or only in a picture, which then shows the table of requests alone. */
  readonly tables: 'page' | 'file' | 'picture';
}

export interface TrueAttachment {
  readonly url: string;
  /** `docx`, `pdf`, `xlsx`, `zip`, `png`; null: an error page under a file's name. */
  readonly format: string | null;
}

const urlOf = ({ names: [host] }: Host, path: string): string => `http://${host}${path}`;

const keyOf = ({ report }: Place): string => (report ? `${report.agency} ${report.year}` : '');

const PICTURES = ['png', 'jpg'];

function reportOf(standing: readonly (readonly [Host, Place])[]): TrueReport | null {
  const [first] = standing;
  const report = first?.[1].report;
  if (!first || !report) return null;
  const [host, place] = first;
  const attachments = standing.flatMap(([where, { attached }]) =>
    attached.map(({ path, file }) => ({ url: urlOf(where, path), format: file && endingOf(file) })),
  );
  const picture = attachments.some(({ format }) => format && PICTURES.includes(format));
  return {
    agency: report.agency,
    year: report.year,
    title: place.title,
    host: host.names[0],
    family: host.family,
    urls: standing.map(([where, { path }]) => urlOf(where, path)),
    attachments,
    figures: figuresOf(report),
    tables: place.tables === 'on the page' ? 'page' : picture ? 'picture' : 'file',
  };
}

/** Everything that must be found, each report once however often it stands somewhere. */
export function truthOf(hosts: readonly Host[]): readonly TrueReport[] {
  const places = new Map<string, (readonly [Host, Place])[]>();
  for (const host of hosts) {
    for (const place of host.places) {
      if (!place.report) continue;
      places.set(keyOf(place), [...(places.get(keyOf(place)) ?? []), [host, place]]);
    }
  }
  return [...places.values()].flatMap((standing) => reportOf(standing) ?? []);
}

/** Everything that must not be taken for a report, with what it is. */
export function trapsOf(hosts: readonly Host[]): readonly Trap[] {
  return hosts.flatMap((host) => [
    ...host.places.flatMap(({ lost, path }): Trap[] =>
      lost ? [{ url: urlOf(host, path), because: lost, ask: ASK[lost] ?? 'at will' }] : [],
    ),
    ...host.traps,
  ]);
}

const ASK: Readonly<Partial<Record<NonNullable<Place['lost']>, Trap['ask']>>> = { robots: 'never', scope: 'never' };
