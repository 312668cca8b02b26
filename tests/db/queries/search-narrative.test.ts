import { expect, test } from 'vitest';
import { searchNarrative } from '../../../db/queries/search-narrative.ts';
import { buildExtraction } from '../build-extraction.ts';
import { save, testCorpus } from '../corpora.ts';

async function corpus() {
  const db = await testCorpus();
  await save(db, [
    buildExtraction({ bytes: 'old', sections: [{ text: '旧版独有的话' }] }),
    buildExtraction({
      bytes: 'new',
      sections: [
        { heading: '总体情况', text: '开展政府信息公开培训，通过Weibo发布100%的文件。' },
        { heading: '存在的主要问题', text: '主动公开的力度有待加强 "引号" OR NOT (括号)*' },
      ],
    }),
    buildExtraction({ bytes: 'other', agency: null, path: 'b', sections: [{ heading: '其他', text: '政府信息不多' }] }),
  ]);
  return db;
}

test.each([
  ['four characters', '信息公开', ['总体情况']],
  ['three characters', '信息公', ['总体情况']],
  ['two characters', '培训', ['总体情况']],
  ['two at the very end', '不多', ['其他']],
  ['one character', '训', ['总体情况']],
  ['a word of the heading', '主要问题', ['存在的主要问题']],
  ['a short word of the heading', '问题', ['存在的主要问题']],
  ['several words', '政府信息 培训', ['总体情况']],
  ['several words that stand apart', '政府信息 力度', []],
  ['Latin letters in any case', 'weiBO', ['总体情况']],
  ['two Latin letters in any case', 'WE', ['总体情况']],
  ['a percent sign', '100%', ['总体情况']],
  ['no wildcards', '1%件', []],
  ['marks of the query language', '"引号" OR NOT (括号)*', ['存在的主要问题']],
  ['a column name', 'heading:总体', []],
  ['what only an old version says', '旧版独有', []],
  ['what nobody says', '航空母舰', []],
  ['only spaces', ' \u3000\0 ', []],
])('finds by %s', async (_, text, headings) => {
  const found = await searchNarrative(await corpus(), text);
  expect(found.map((hit) => hit.heading).sort()).toEqual(headings);
});

test('a hit says where it stands and shows the passage', async () => {
  const [hit] = await searchNarrative(await corpus(), '培训');
  expect(hit).toMatchObject({ agency: '兰亭街道办事处', year: 2020, role: 'overview' });
  expect(hit?.excerpt).toContain('公开培训');
});

test('no more than the limit', async () => {
  expect(await searchNarrative(await corpus(), '政府信息', 1)).toHaveLength(1);
});
