/** The lines of a robots.txt that concern one crawler. */
export interface RobotsRules {
  readonly rules: readonly Rule[];
  /** Seconds; null where none is asked for. */
  readonly crawlDelay: number | null;
}

interface Rule {
  readonly allow: boolean;
  /** The pattern, cut at its wildcards. */
  readonly pieces: readonly string[];
  /** The pattern ends the path. */
  readonly anchored: boolean;
  /** Octets of the pattern: the longest that matches decides. */
  readonly length: number;
}

interface Group {
  named: boolean;
  crawlDelay: number | null;
  readonly rules: Rule[];
}

/**
 * Reads a robots.txt by RFC 9309 for the crawler of this product token: its own groups, joined, or else those of `*`.
 * Crawl-delay, which the RFC leaves out, is read too, and ends the list of names above it as a rule does.
 */
export function parseRobots(text: string, product: string): RobotsRules {
  const own: Group = { named: false, crawlDelay: null, rules: [] };
  const everyone: Group = { named: false, crawlDelay: null, rules: [] };
  let named = new Set<Group>();
  let afterRule = false;

  for (const line of text.replace(/^\ufeff/, '').split(/[\r\n]+/)) {
    const [stated = ''] = line.split('#', 1);
    const colon = stated.indexOf(':');
    if (colon === -1) continue;
    const key = stated.slice(0, colon).trim().toLowerCase();
    const value = stated.slice(colon + 1).trim();
    switch (key) {
      case 'user-agent': {
        if (afterRule) named = new Set();
        afterRule = false;
        const group = value.startsWith('*') ? everyone : isToken(value, product) ? own : null;
        if (group) {
          group.named = true;
          named.add(group);
        }
        break;
      }
      case 'allow':
      case 'disallow':
        afterRule = true;
        if (value !== '') for (const { rules } of named) rules.push(makeRule(value, key === 'allow'));
        break;
      case 'crawl-delay':
        afterRule = true;
        for (const group of named) group.crawlDelay = seconds(value) ?? group.crawlDelay;
        break;
    }
  }
  return own.named ? own : everyone;
}

const isToken = (name: string, product: string): boolean =>
  /^[a-z_-]+/i.exec(name)?.[0].toLowerCase() === product.toLowerCase();

const seconds = (text: string): number | null => (/^\d{1,9}(?:\.\d{0,9})?$/.test(text) ? Number(text) : null);

function makeRule(pattern: string, allow: boolean): Rule {
  const anchored = pattern.endsWith('$');
  const pieces = (anchored ? pattern.slice(0, -1) : pattern).split(/\*+/).map(canonical);
  return { allow, pieces, anchored, length: pieces.join('*').length + Number(anchored) };
}

/** Whether the rules allow a path with its query; without a rule that matches, they do. */
export function allows({ rules }: RobotsRules, pathAndQuery: string): boolean {
  const path = canonical(pathAndQuery);
  if (path === '/robots.txt') return true;
  let best: Rule | null = null;
  for (const rule of rules) {
    if (best && (rule.length < best.length || (rule.length === best.length && best.allow))) continue;
    if (matches(rule, path)) best = rule;
  }
  return best?.allow ?? true;
}

function matches({ pieces, anchored }: Rule, path: string): boolean {
  const [head = '', ...rest] = pieces;
  if (!path.startsWith(head)) return false;
  const tail = anchored ? rest.pop() : undefined;
  let at = head.length;
  for (const piece of rest) {
    const found = path.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  if (!anchored) return true;
  return tail === undefined ? path.length === at : path.length - tail.length >= at && path.endsWith(tail);
}

const UNRESERVED = /^[a-z0-9._~-]$/i;

/** One spelling of a path or a piece of a pattern, whichever characters were escaped in it. */
function canonical(text: string): string {
  return text.replace(/%[0-9a-f]{2}|[^!#%&'()+,\-./0-9:;=?@A-Z[\]_a-z~]/giu, (match) => {
    if (match.length < 3) return escapeBytes(match);
    const character = String.fromCharCode(Number.parseInt(match.slice(1), 16));
    return UNRESERVED.test(character) ? character : match.toUpperCase();
  });
}

const escapeBytes = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
