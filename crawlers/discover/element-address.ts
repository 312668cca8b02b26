import { isAddress, quotedAddress } from './script-text.ts';

const leadsOn = (href: string): boolean => {
  const first = href.charCodeAt(0);
  // A slash or a dot begins most.
  return first === 47 || first === 46 || (href !== '' && !/^\s*(?:#\s*$|javascript:)/i.test(href));
};

/** Where an element leads: a link's address, or what its handler opens. */
export function addressOf(name: string, attributes: Readonly<Record<string, string>>): string | null {
  const { href, onclick } = attributes;
  const isLink = name === 'a' || name === 'area';
  if (isLink && href !== undefined && leadsOn(href)) return href;
  const handler = onclick ?? (isLink && href?.trim().toLowerCase().startsWith('javascript:') ? href : undefined);
  const opened = handler === undefined ? null : quotedAddress(handler);
  if (opened !== null) return opened;
  if (name === 'img' || name === 'script') return null;
  for (const key in attributes) {
    if (!key.startsWith('data-')) continue;
    const value = attributes[key] ?? '';
    if (isAddress(value)) return value;
  }
  return null;
}
