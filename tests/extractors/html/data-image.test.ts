import { describe, expect, it } from 'vitest';
import { dataImage } from '../../../extractors/html/data-image.ts';
import { readHtml } from '../../../extractors/html/read-html.ts';

describe('pictures written into the page', () => {
  it.each([
    ['data:image/png;base64,iVBORw==', [0x89, 0x50, 0x4e, 0x47]],
    ['DATA:image/jpeg;charset=utf-8;base64,/9j/\n4A==', [0xff, 0xd8, 0xff, 0xe0]],
    ['data:image/svg+xml,<svg/>', null],
    ['data:text/html;base64,PGI+', null],
    ['images/table.png', null],
    ['', null],
  ])('%j', (source, bytes) => {
    expect(dataImage(source)).toEqual(bytes === null ? null : new Uint8Array(bytes));
  });

  it('become blocks that carry their bytes, however long their address', () => {
    const data = Buffer.alloc(30_000, 7).toString('base64');
    const { blocks } = readHtml(`<p>一、总体情况</p><img src="data:image/png;base64,${data}" alt="表">`);
    expect(blocks).toMatchObject([
      { kind: 'paragraph' },
      { kind: 'picture', source: 'data:image/png;base64', alt: '表', image: { length: 30_000 } },
    ]);
  });
});
