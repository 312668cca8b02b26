const REGIONS = /^(?:[^省市县区州旗盟]{1,12}(?:省|市|县|区|州|旗|盟))+(?=..)/;
const GOVERNMENT = /(?<=.)人民政府$/;

const plain = (name: string): string => name.replace(/\s/g, '').replace(GOVERNMENT, '');
const withoutRegion = (name: string): string => name.replace(REGIONS, '');

/**
 * The bodies of one portal by their names: 财政局 and 石浦市财政局 are one on the portal of 石浦市, 青岚县 and 青岚县人民政府 too;
 * 财政局 of two counties are two.
 */
export class BodyNames<Body> {
  readonly #byName = new Map<string, Body>();
  readonly #byCore = new Map<string, { readonly name: string; readonly body: Body }[]>();

  /** The body of that name; made where there is none. */
  of(name: string, make: (name: string) => Body): Body {
    const known = this.#byName.get(name) ?? this.#find(name, make);
    this.#byName.set(name, known);
    return known;
  }

  #find(name: string, make: (name: string) => Body): Body {
    const wanted = plain(name);
    const core = withoutRegion(wanted);
    const alike = this.#byCore.get(core) ?? [];
    const known =
      alike.find((one) => one.name === wanted) ??
      alike.find((one) => one.name.endsWith(wanted) || wanted.endsWith(one.name));
    if (known) return known.body;
    const made = { name: wanted, body: make(name) };
    this.#byCore.set(core, [...alike, made]);
    return made.body;
  }
}
