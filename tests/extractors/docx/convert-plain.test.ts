import { expect, it } from 'vitest';
import { convertPlain } from '../../../extractors/docx/convert-plain.ts';

const convert = (xml: string) => convertPlain({ blocks: [{ xml, path: '' }], pictures: [] });

it('gives mammoth an object in place of a file, which only this version of it is known to take', async () => {
  const styled = '<w:p><w:pPr><w:pStyle w:val="h2"/></w:pPr><w:t>题&lt;</w:t></w:p><w:p></w:p>';
  const cell = (properties: string, text = '') =>
    `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:t>${text}</w:t></w:p></w:tc>`;
  const table = `<w:tbl><w:tr>${cell('<w:vMerge w:val="restart"/>', 'a')}${cell('<w:gridSpan w:val="2"/>', 'b')}</w:tr><w:tr>${cell('<w:vMerge/>')}</w:tr></w:tbl>`;
  expect(await convert(styled + table)).toEqual({
    html: '<h2>题&lt;</h2><p></p><table><tr><td rowspan="2"><p>a</p></td><td colspan="2"><p>b</p></td></tr><tr></tr></table>',
    doubts: [],
  });
});

it('doubts what mammoth passes over', async () => {
  const { doubts } = await convert('<w:p><w:r><w:unheard/><w:t>5</w:t></w:r></w:p>');
  expect(doubts).toMatchObject([{ rule: 'DOC-PAGES', message: { en: expect.stringContaining('w:unheard') } }]);
});
