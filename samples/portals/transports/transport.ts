import { answerOf, html, type Page } from '../../government/page.ts';
import { PRINTED } from '../dimensions.ts';
import type { ListDraft } from '../list.ts';
import type { Brought } from './brought.ts';
import { data } from './data.ts';
import { datastore } from './datastore.ts';
import { printed } from './printed.ts';

export function bring(list: ListDraft): Brought {
  const { transport } = list.plan.drawn;
  if (PRINTED.includes(transport)) return printed(list);
  return transport === 'cdata' ? datastore(list) : data(list);
}

/** The number of the list that is asked for, wherever the question has it. */
const NUMBER = /(?:channel=|columnid=|categorynum":"|common\/search\/)(\d+)/;

/** One page for each shared address, which gives each question to its list. */
export function shared(serves: Readonly<Record<string, Page>>): Readonly<Record<string, Page>> {
  const paths = new Set(Object.keys(serves).map((key) => key.split(' ')[0] ?? ''));
  return Object.fromEntries(
    [...paths].map((path): [string, Page] => [
      path,
      (asked) => {
        const number = NUMBER.exec(asked.url.pathname + asked.url.search + asked.body)?.[1];
        const page = serves[`${path} ${number}`];
        return page ? answerOf(page, asked) : html('', { status: 404 });
      },
    ]),
  );
}
