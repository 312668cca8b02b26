import { head, type Skeleton, spelled } from '../page.ts';

/** Only the article: a whole document without any portal around it. */
export const plain: Skeleton = {
  name: 'plain',
  render: (page) => `<!DOCTYPE html>
<html>${head(page)}<body>
<h2 align="center">${page.title}</h2>
${page.publishedOn ? `<p align="center">发布日期：${spelled(page.publishedOn)}</p>` : ''}
${page.body}
</body></html>`,
};

/** Only the contents, as a portal's data interface hands them out: no html, no head. */
export const bare: Skeleton = {
  name: 'bare',
  render: (
    page,
  ) => `${page.styles.length > 0 ? `<style>${page.styles.join('')}</style>` : ''}<p style='text-align: center;font-weight: bold;'>${page.title}</p>
${page.publishedOn ? `<p style='text-align: center'>发布日期：${page.publishedOn}</p>` : ''}${page.body}`,
};
