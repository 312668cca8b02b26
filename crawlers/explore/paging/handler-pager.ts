import type { CrawlRequest } from '../../../src/model/crawl/entry.ts';
import { requestByGet } from '../../families/request.ts';
import type { PageForm, PageTurn } from '../page-facts.ts';
import { isAddress } from '../script-text.ts';
import { bracketed } from '../script-values.ts';
import type { Turn, Way } from './dialect.ts';
import { pageField, sentForm } from './form-pager.ts';
import { isNext, numberOf } from './pager-words.ts';
import { isPageName } from './parameters.ts';
import { requestOfPage } from './request-pager.ts';
import { slotsOf } from './request-slots.ts';

const CALL = /(?:^|[;\s])(?:return\s+)?([A-Za-z_$][\w$.]{0,60})\s*\(([^()]{0,200})\)/;
const LONGEST_FUNCTION = 4_000;

const plainArguments = (list: string): string[] =>
  list.split(',').map((argument) => argument.trim().replace(/^(["'])(.*)\1$/, '$2'));

interface Definition {
  readonly parameters: readonly string[];
  readonly body: string;
}

/** A function of the page's own script; null where it stands elsewhere. */
function definitionOf(name: string, scripts: string): Definition | null {
  const last = name.split('.').at(-1) ?? name;
  const plain = last.replaceAll('$', '\\$');
  const head = new RegExp(`(?:function\\s+${plain}|\\b${plain}\\s*[:=]\\s*function)\\s*\\(([^()]{0,100})\\)\\s*\\{`);
  const found = head.exec(scripts);
  if (!found) return null;
  const body = bracketed(scripts, found.index + found[0].length - 1)?.slice(0, LONGEST_FUNCTION);
  return body === undefined ? null : { parameters: (found[1] ?? '').split(',').map((one) => one.trim()), body };
}

const JOINED =
  /(["'])([^"'\s<>]{1,300})\1\s*\+\s*(?:\(\s*)?([A-Za-z_$][\w$]{0,40})\s*(?:\)\s*)?(?:\+\s*(["'])([^"'\s<>]{0,300})\4)?/g;

/** `"index_" + n + ".html"`, `'list.jsp?page=' + n`: the address that the script puts together. */
function joinedAddress({ parameters, body }: Definition, number: number): string | null {
  for (const [, , before = '', name = '', , after = ''] of body.matchAll(JOINED)) {
    const address = `${before}${number}${after}`;
    if (parameters.includes(name) && isAddress(address)) return address;
  }
  return null;
}

/** The form that a piece of script sends, and the field it puts the number into. */
function sentBy(script: string, forms: readonly PageForm[]): { form: PageForm; field: string } | null {
  if (!/submit\s*\(/.test(script)) return null;
  const form = forms.find(({ names }) => names.some((name) => script.includes(name))) ?? forms.find(pageField);
  const field = form && ([...form.fields.keys()].find((name) => script.includes(name)) ?? pageField(form));
  return form && field ? { form, field } : null;
}

/** The number of the page after `at` that an element turns to; null where it turns elsewhere. */
function numberOfTurn({ text, handler, number }: PageTurn, at: number): number | null {
  const given =
    number ??
    plainArguments(CALL.exec(handler)?.[2] ?? '')
      .map(Number)
      .find(Number.isInteger) ??
    null;
  if (isNext(text)) return given ?? at + 1;
  return numberOf(text) === at + 1 ? (given ?? at + 1) : null;
}

function requestOfTurn(turn: Turn, { handler }: PageTurn, number: number): CrawlRequest | null {
  const { facts } = turn;
  const [, name = '', list = ''] = CALL.exec(handler) ?? [];
  if (name === '__doPostBack') {
    const [target = '', argument = ''] = plainArguments(list);
    const form = facts.forms.find(({ fields }) => fields.has('__VIEWSTATE'));
    return form ? sentForm(form, facts.base, { __EVENTTARGET: target, __EVENTARGUMENT: argument }) : null;
  }
  const defined = name === '' ? null : definitionOf(name, facts.scripts);
  const address = defined && joinedAddress(defined, number);
  if (address) return requestByGet(address, facts.base);
  const sent = sentBy(defined?.body ?? handler, facts.forms);
  if (sent) return sentForm(sent.form, facts.base, { [sent.field]: String(number) });
  // The script stands elsewhere; what else could hold the number is the page's own address.
  const slot = slotsOf(requestOfPage(turn)).find(({ name: at }) => isPageName(at));
  return slot ? slot.with(number) : null;
}

/** The next page by a call of the page's script: `javascript:goPage(2)`, a button with `data-page`, `__doPostBack`. */
export function handlerWays(turn: Turn): Way[] {
  const ways = turn.facts.turns.flatMap((element): Way[] => {
    const number = element.href === null ? numberOfTurn(element, turn.at) : null;
    const request = number === null ? null : requestOfTurn(turn, element, number);
    return request && (request.method === 'POST' || request.url !== turn.facts.url)
      ? [{ dialect: 'handler', request }]
      : [];
  });
  return ways.slice(0, 1);
}
