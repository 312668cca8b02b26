import type { Host, Robots } from './host.ts';
import { html, type Page } from './page.ts';

const NOT_FOUND = html('<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1></body></html>', {
  status: 404,
});

const SOFT_404 = html(
  '<html><head><title>提示信息</title></head><body><p>对不起，您访问的页面不存在或已被删除！</p><a href="/">返回首页</a></body></html>',
);

const textOf = ({ disallow, crawlDelay }: Robots): string =>
  [
    'User-agent: *',
    ...disallow.map((path) => `Disallow: ${path}`),
    ...(crawlDelay === null ? [] : [`Crawl-delay: ${crawlDelay}`]),
    '',
  ].join('\n');

/** The page that stands at a path; session ids count for nothing, a query only where a page is named with it. */
export function pageAt(host: Host, url: URL): Page {
  const path = url.pathname.replace(/;jsessionid=[^/]*$/i, '');
  const found = host.pages[path + url.search] ?? host.pages[path];
  if (found) return found;
  if (path === '/robots.txt' && host.missing !== 'home page') {
    if (host.robots.status !== 200) return html('', { status: host.robots.status });
    return { type: 'text/plain', body: textOf(host.robots) };
  }
  // Browsers ask for it by themselves.
  if (path === '/favicon.ico') return { ...NOT_FOUND, part: true };
  if (host.missing === 'soft 404') return SOFT_404;
  return (host.missing === 'home page' && host.pages['/']) || NOT_FOUND;
}
