import type { CrawlRequest } from '../../../src/model/crawl/entry.ts';
import { requestByForm, requestByGet, wholeNumber } from '../../families/request.ts';
import { normaliseUrl } from '../../normalise-url.ts';
import type { PageForm } from '../page-facts.ts';
import type { Turn, Way } from './dialect.ts';
import { isBack, isMore, isNext, numberOf } from './pager-words.ts';
import { isPageName, pageRank } from './parameters.ts';

/** A form with some of its fields changed, as a browser would send it: the query of its address is left out with GET. */
export function sentForm(form: PageForm, base: string, changes: Readonly<Record<string, string>>): CrawlRequest | null {
  const fields = new URLSearchParams({ ...Object.fromEntries(form.fields), ...changes });
  const action = form.action.trim() === '' ? base : form.action;
  if (form.method === 'POST') return requestByForm(action, base, fields);
  const url = normaliseUrl(action, base);
  if (url === null) return null;
  const asked = new URL(url);
  asked.search = fields.toString();
  return requestByGet(asked.href, base);
}

/** The field that holds the number of the page. */
export const pageField = (form: PageForm): string | null =>
  [...form.fields.keys()].filter(isPageName).sort((a, b) => pageRank(a) - pageRank(b))[0] ?? null;

/** A form with nothing to fill in but the number; one with more to fill in is a search. */
const onlyTurns = (form: PageForm, field: string | null): boolean => form.typed.every((name) => name === field);

/** The number that a form sends for the page after `at`: it holds that of this page, counted from 1 or 0, or the next already. */
function following(form: PageForm, field: string, at: number): string {
  const value = wholeNumber(form.fields.get(field));
  if (value === at + 1) return String(value);
  return String(value !== null && value === at - 1 && !form.typed.includes(field) ? value + 1 : at + 1);
}

function ofButton(form: PageForm, base: string, at: number): CrawlRequest | null {
  for (const { text, name, value } of form.buttons) {
    const leads = isNext(text) || isMore(text) || numberOf(text) === at + 1;
    if (leads && isPageName(name) && wholeNumber(value) !== null) return sentForm(form, base, { [name]: value });
  }
  return null;
}

/** Forms that only turn the page, those that say so first. */
export function formWays({ facts, at }: Turn): Way[] {
  const here = new URL(facts.url);
  const says = (form: PageForm): boolean => form.buttons.some(({ text }) => isNext(text) || isMore(text));
  return facts.forms
    .filter((form) => form.buttons.length === 0 || says(form) || !form.buttons.every(({ text }) => isBack(text)))
    .sort((a, b) => Number(says(b)) - Number(says(a)))
    .flatMap((form) => {
      const field = pageField(form);
      if (!onlyTurns(form, field)) return [];
      const request =
        ofButton(form, facts.base, at) ??
        (field === null ? null : sentForm(form, facts.base, { [field]: following(form, field, at) }));
      return request && new URL(request.url).host === here.host ? [{ dialect: `form:${field ?? ''}`, request }] : [];
    });
}
