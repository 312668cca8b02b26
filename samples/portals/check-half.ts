import type { Half, PageParts, Template, Term, Words } from './half.ts';

/** What is wrong with a half, as far as it can be told without drawing from it. Empty for one that may be used. */

const LEAST = { cities: 2, counties: 8, towns: 8, departments: 12 } as const;
const SLUG = /^[a-z][a-z0-9-]*$/;
/** Would have to be escaped in markup, scripts or queries. */
const UNSAFE = /[<>"'&\\#?]/;

const LINK = { href: '/a/b.html', text: '一个链接' };
const PARTS: PageParts = {
  title: '页面的标题',
  siteName: '网站的名称',
  tags: '<meta name="SiteName" content="x">',
  menu: [LINK, { href: '/menu.html', text: '菜单' }],
  breadcrumb: [
    { href: '/crumb.html', text: '上级' },
    { href: null, text: '本级' },
  ],
  position: '所在位置',
  side: '<i>边栏</i>',
  content: '<i>正文</i>',
  footer: [{ href: '/foot.html', text: '页脚' }],
  code: '3399000001',
};

/** What each part of a template must show of what it is given. */
function missing(template: Template): string[] {
  const { href, text } = LINK;
  const row = template.row({ ...LINK, date: '2026-01-20', cells: ['一格'] });
  const article = { title: '文章标题', date: '2026-01-20', source: '文章来源', contents: '<i>文章</i>' };
  const shown: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'page',
      template.page(PARTS),
      ['页面的标题', '网站的名称', PARTS.tags, href, '/menu.html', '/crumb.html', '本级', '边栏', '正文', '/foot.html'],
    ],
    ['links', template.links([LINK], '题目'), [href, text, '题目']],
    ['row', row, [href, text, '2026-01-20', '一格']],
    ['list', template.list(row, '题目'), [row, '题目']],
    ['tabs', template.tabs([LINK]), [href, text]],
    ['pager', template.pager('<i>页</i>'), ['<i>页</i>']],
    ['article', template.article(article), ['文章标题', '2026-01-20', '文章来源', '<i>文章</i>']],
  ];
  return shown.flatMap(([part, markup, all]) =>
    all.filter((one) => !markup.includes(one)).map((one) => `template ${template.name}: ${part} does not show ${one}`),
  );
}

const termsOf = (words: Words): readonly Term[] => [
  ...words.leads,
  ...words.columns,
  ...words.neighbours,
  ...Object.values(words.groups).flat(),
  ...words.archives,
  ...words.copies,
  ...words.tables,
  ...words.sites,
  ...words.menu,
  ...words.decoys.map(({ column }) => column),
];

function wrongTerms(where: string, terms: readonly Term[]): string[] {
  return terms.flatMap(([text, slug]) => [
    ...(SLUG.test(slug) ? [] : [`${where}: ${slug} is no slug of small letters and digits`]),
    ...(UNSAFE.test(text) ? [`${where}: ${text} has signs that would have to be escaped`] : []),
  ]);
}

/** Slugs that would stand side by side in one folder. */
function twice(where: string, terms: readonly Term[]): string[] {
  const slugs = terms.map(([, slug]) => slug);
  return slugs.filter((slug, at) => slugs.indexOf(slug) < at).map((slug) => `${where}: ${slug} is the slug of two`);
}

function wrongWords(words: Words): string[] {
  const where = `words ${words.name}`;
  const one = ['columns', 'archives', 'copies', 'tables', 'sites', 'titles', 'view', 'news'] as const;
  const inSection = [...words.neighbours, ...words.archives.slice(0, 1), ...words.copies.slice(0, 1)];
  return [
    ...one.filter((name) => words[name].length === 0).map((name) => `${where}: ${name} is empty`),
    ...(words.leads.length < 2 ? [`${where}: leads has less than two`] : []),
    ...(words.menu.length < 2 ? [`${where}: menu has less than two`] : []),
    ...wrongTerms(where, termsOf(words)),
    ...[...words.columns, ...words.tables].flatMap((column) => twice(where, [...inSection, column])),
    ...twice(where, [...words.leads, ...words.menu, ...words.decoys.map(({ column }) => column)]),
    ...words.titles.flatMap((title) =>
      ['某县', '2024']
        .filter((part) => !title('某县', 2024).includes(part))
        .map((part) => `${where}: a title without ${part}`),
    ),
    ...(/\d/.test(words.yearlessTitle('某县')) ? [`${where}: yearlessTitle names a year`] : []),
  ];
}

export function problemsOf({ names, words, templates }: Half): string[] {
  return [
    ...Object.entries(LEAST).flatMap(([list, least]) => {
      const terms = names[list as keyof typeof LEAST];
      const few = terms.length < least ? [`names: ${list} has ${terms.length}, at least ${least} are needed`] : [];
      return [...few, ...wrongTerms(`names: ${list}`, terms), ...twice(`names: ${list}`, terms)];
    }),
    ...twice('names', [...names.towns, ...names.departments]),
    ...twice('names', [...names.cities, ...names.counties]),
    ...(words.length === 0 || templates.length === 0 ? ['a half needs words and templates'] : []),
    ...words.flatMap(wrongWords),
    ...templates.flatMap(missing),
  ];
}
