import type { IncomingHttpHeaders } from 'node:http';

/** A request, as a page that answers it sees it. */
export interface Asked {
  readonly host: string;
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  /** What was posted, as text. */
  readonly body: string;
  /** How often this address was asked before, 0 the first time. */
  readonly before: number;
}

/** What goes wrong, on purpose, between the answer and the wire. */
interface Wire {
  /** Milliseconds before the first byte. */
  readonly slow?: number;
  /** Bytes that Content-Length promises and that never come. */
  readonly missing?: number;
  /** Compressed; `cut` ends before the compressed form does. */
  readonly gzip?: 'whole' | 'cut';
  /** The body is sent this many times over, one after the other. */
  readonly times?: number;
}

export interface Answer {
  /** 200 where it is left out. */
  readonly status?: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  readonly wire?: Wire;
  /** It keeps programs out: whoever is honest does not come back for days. */
  readonly challenge?: true;
  /** What a page loads by itself in a browser: scripts, styles, the data of a list that is drawn. */
  readonly part?: true;
}

export type Page = Answer | ((asked: Asked) => Answer);

/** Pages by path, with the query where that is part of the name; `/path` alone answers for any query. */
export type Pages = Readonly<Record<string, Page>>;

export const html = (body: string, more: Partial<Answer> = {}): Answer => ({
  type: 'text/html; charset=utf-8',
  body,
  ...more,
});

export const json = (value: unknown, more: Partial<Answer> = {}): Answer => ({
  type: 'application/json;charset=UTF-8',
  body: JSON.stringify(value),
  ...more,
});

export const script = (body: string): Answer => ({ type: 'application/javascript', body, part: true });

export const redirect = (location: string, status = 302, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  type: 'text/html',
  body: '',
  headers: { Location: location, ...headers },
});

/** An answer that comes instead of the page the first time that it is asked, as a busy or careless server gives it. */
export const atFirst =
  (instead: (page: Answer) => Answer) =>
  (page: Page): Page =>
  (asked) => {
    const answer = answerOf(page, asked);
    return asked.before === 0 ? instead(answer) : answer;
  };

/** An answer that is always changed on its way. */
export const always =
  (change: (page: Answer) => Answer) =>
  (page: Page): Page =>
  (asked) =>
    change(answerOf(page, asked));

export const answerOf = (page: Page, asked: Asked): Answer => (typeof page === 'function' ? page(asked) : page);
