import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { tidyText } from '../../src/model/text/fold.ts';
import type { FormButton, PageForm } from './page-facts.ts';

const FORMS = 40;
const FIELDS = 40;
/** Characters of one value: the state that some servers send along with a page. */
const LONGEST = 20_000;

const NEVER_SENT = /^(?:submit|button|image|reset|file|password)$/i;
const TYPED = /^(?:text|search|number|tel|)$/i;
const BUTTONS = /^(?:submit|button|image)$/i;

const isSent = ({ attribs }: Element): boolean =>
  !NEVER_SENT.test(attribs.type ?? '') &&
  !('disabled' in attribs) &&
  (!/^(?:checkbox|radio)$/i.test(attribs.type ?? '') || 'checked' in attribs);

function sentValue($: CheerioAPI, field: Element): string {
  if (field.name === 'textarea') return $(field).text();
  if (field.name !== 'select') return field.attribs.value ?? '';
  const options = $(field).find('option');
  const chosen = options.filter('[selected]').first();
  const option = chosen.length > 0 ? chosen : options.first();
  return option.attr('value') ?? option.text().trim();
}

const isButton = ({ name, attribs }: Element): boolean => name === 'button' || BUTTONS.test(attribs.type ?? '');

const buttonOf = ($: CheerioAPI, button: Element): FormButton => {
  const { name = '', value = '', alt = '', title = '' } = button.attribs;
  const words = button.name === 'button' ? $(button).text().slice(0, 200) : value;
  return { text: tidyText(words || alt || title), name, value };
};

/** The forms of a page with what they would send as they stand. */
export function findForms($: CheerioAPI): PageForm[] {
  return $('form')
    .toArray()
    .slice(0, FORMS)
    .map((form) => {
      const inputs = $(form).find('input, select, textarea, button').toArray();
      const fields = inputs
        .filter((input) => input.name !== 'button' && input.attribs.name && isSent(input))
        .slice(0, FIELDS);
      return {
        names: [form.attribs.name ?? '', form.attribs.id ?? ''].filter((name) => name !== ''),
        action: form.attribs.action ?? '',
        method: /^post$/i.test(form.attribs.method ?? '') ? 'POST' : 'GET',
        fields: new Map(fields.map((field) => [field.attribs.name ?? '', sentValue($, field).slice(0, LONGEST)])),
        typed: fields
          .filter(({ name, attribs }) => name === 'textarea' || (name === 'input' && TYPED.test(attribs.type ?? '')))
          .map(({ attribs }) => attribs.name ?? ''),
        buttons: inputs.filter(isButton).map((button) => buttonOf($, button)),
      };
    });
}
