import type { Element } from 'domhandler';
import { isTag } from 'domhandler';
import { isAddress, quotedAddress } from './script-text.ts';

const leadsOn = (href: string): boolean => {
  const first = href.charCodeAt(0);
  // A slash or a dot begins most.
  return first === 47 || first === 46 || (href !== '' && !/^\s*(?:#\s*$|javascript:)/i.test(href));
};

/** Where an element leads: a link's address, what its handler opens, or what choosing it opens. */
export function addressOf(element: Element): string | null {
  const { name, attribs } = element;
  const { href, onclick } = attribs;
  const isLink = name === 'a' || name === 'area';
  if (isLink && href !== undefined && leadsOn(href)) return href;
  if (name === 'option') return chosenAddress(element);
  const handler = onclick ?? (isLink && href?.trim().toLowerCase().startsWith('javascript:') ? href : undefined);
  const opened = handler === undefined ? null : quotedAddress(handler);
  if (opened !== null) return opened;
  if (name === 'img' || name === 'script') return null;
  for (const key in attribs) {
    if (!key.startsWith('data-')) continue;
    const value = attribs[key] ?? '';
    if (isAddress(value)) return value;
  }
  return null;
}

/** `location.href = 'list.jsp?year=' + this.value` */
const JOINED = /["']([^"'\s<>]{1,300}[?&][\w.-]{1,40}=)["']\s*\+\s*(?:this|\w{1,20})\s*(?:\.\s*value|\[|\.options)/;
const WORD = /^[\w.%-]{1,40}$/;

/** What choosing an option opens: its own value, a handler's address with the value behind it, or its form sent with GET. */
function chosenAddress(option: Element): string | null {
  const value = (option.attribs.value ?? '').trim();
  if (value === '') return null;
  if (isAddress(value)) return value;
  if (!WORD.test(value)) return null;
  const select = ancestor(option, 'select');
  if (!select) return null;
  const joined = JOINED.exec(select.attribs.onchange ?? '')?.[1];
  if (joined !== undefined) return joined + encodeURIComponent(value);
  const form = ancestor(select, 'form');
  const { name } = select.attribs;
  if (!form || !name || (form.attribs.method ?? 'get').toLowerCase() !== 'get') return null;
  const action = (form.attribs.action ?? '').replace(/[?#].*$/, '');
  return `${action}?${new URLSearchParams({ [name]: value })}`;
}

function ancestor(element: Element, name: string): Element | null {
  for (let at = element.parent; at !== null; at = at.parent) if (isTag(at) && at.name === name) return at;
  return null;
}
