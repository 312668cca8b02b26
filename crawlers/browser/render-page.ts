import type { Page } from 'playwright';
import { FetchError } from '../errors.ts';
import { Drawing, firstLine } from './drawing.ts';
import type { FetchFor, RenderedPage, RenderLimits, Turns } from './rendering.ts';

/**
 * Draws a page whose every request is answered by `fetchFor`.
 *
 * @throws {FetchError} TIMEOUT, TOO_LARGE, TOO_MANY_REDIRECTS; BROWSER where the page was refused or is none; what
 * `fetchFor` throws, as it is.
 */
export async function renderPage(
  page: Page,
  url: string,
  { fetchFor, turns }: { readonly fetchFor: FetchFor; readonly turns: Turns },
  limits: RenderLimits,
): Promise<RenderedPage> {
  const drawing = new Drawing(page, fetchFor);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const message = {
      zh: `${url} 在 ${limits.whole / 1000} 秒内未能绘出；稍后再试`,
      en: `${url} was not drawn after ${limits.whole / 1000} s; it is tried again later`,
    };
    timer = setTimeout(() => reject(new FetchError('TIMEOUT', message)), limits.whole);
  });
  try {
    await page.route('**/*', (route) => drawing.answer(route));
    return await Promise.race([drawing.draw(url, limits, turns).catch(brokenDown(url)), drawing.failed, late]);
  } finally {
    clearTimeout(timer);
    drawing.over = true;
  }
}

/** Errors of Playwright in our own terms. */
const brokenDown =
  (url: string) =>
  (error: unknown): never => {
    if (error instanceof FetchError) throw error;
    throw new FetchError(
      'BROWSER',
      {
        zh: `未绘出 ${url}，Chromium 出错：${firstLine(error)}`,
        en: `${url} was not drawn, Chromium failed: ${firstLine(error)}`,
      },
      { cause: error },
    );
  };
