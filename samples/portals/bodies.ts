import type { BodyKind, Term } from './half.ts';

/** A public body. */
export interface Body {
  /** Unique in the government. */
  readonly id: string;
  /** `青岚县`; the city for its own bodies. */
  readonly place: string;
  /** Six digits. */
  readonly region: string;
  readonly kind: BodyKind;
  /** `青岚县财政局`, `青岚县人民政府` */
  readonly name: string;
  /** `财政局`, `青岚县` */
  readonly short: string;
  readonly slug: string;
}

/** A city, county or district. */
export interface Place {
  readonly name: string;
  readonly label: string;
  readonly region: string;
  readonly level: 'prefecture' | 'county';
}

const officeOf = (town: string): string => (town.endsWith('街道') ? `${town}办事处` : `${town}人民政府`);

export const governmentOf = ({ name, label, region }: Place): Body => ({
  id: `${label}-zf`,
  place: name,
  region,
  kind: 'government',
  name: `${name}人民政府`,
  short: name,
  slug: 'szf',
});

export const departmentOf = ({ name, label, region }: Place, [text, slug]: Term): Body => ({
  id: `${label}-${slug}`,
  place: name,
  region,
  kind: 'department',
  name: name + text,
  short: text,
  slug,
});

export const townOf = ({ name, label, region }: Place, [text, slug]: Term): Body => ({
  id: `${label}-${slug}`,
  place: name,
  region,
  kind: 'town',
  name: name + officeOf(text),
  short: text,
  slug,
});
