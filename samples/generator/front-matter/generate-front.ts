import { randomBody } from '../bodies.ts';
import { drawHtmlTable } from '../draw-table.ts';
import { escapeHtml } from '../escape.ts';
import { layOut } from '../layout.ts';
import { type Rng, seededRng } from '../rng.ts';
import { randomTruth, type Truth } from '../truth.ts';
import { KEPT_ASIDE } from './kept-aside.ts';
import { PHRASINGS, type Phrasing } from './phrasings.ts';

/** A page whose front matter stands in any of the places where reports name themselves, and what it says. */
export interface GeneratedFront {
  readonly seed: number;
  readonly bytes: Uint8Array;
  readonly path: string;
  /** The names that are right for the body; none where the page does not name it. */
  readonly agencies: readonly string[];
  readonly year: number;
  /** Whether the page says the year at all. */
  readonly saysYear: boolean;
  readonly publishedOn: string | null;
  /** Which parts were drawn. */
  readonly parts: readonly string[];
}

const MORE_BODIES = [
  '青禾市人民政府地方志办公室',
  '国家税务总局青禾市镜湖区税务局',
  '青禾县民族宗教事务局',
  '青禾路街道办事处',
  '青禾市住房公积金管理中心',
  '青禾市城市管理行政执法局',
  '青禾县医疗保障局',
  '青禾市公安局交通管理支队',
  '青禾县供销合作社联合社',
  '青禾县发展和改革局',
  '青禾经济开发区管理委员会',
  '青禾县柳镇人民政府',
  '共青团青禾县委员会',
];

/** 我镇, 本局: what a body calls itself tells its kind at most. */
function selfOf(agency: string, rng: Rng): string {
  const kind = /街道/.test(agency)
    ? '街道'
    : /[镇乡](?:人民政府)?$/.test(agency)
      ? '镇'
      : /局$/.test(agency)
        ? '局'
        : null;
  if (kind === null) return rng.pick(['我单位', '本机关', '本单位']);
  return `${rng.pick(['我', '本'])}${kind}`;
}

const FULL_TITLES: readonly ((agency: string, year: number) => string)[] = [
  (agency, year) => `${agency}${year}年政府信息公开工作年度报告`,
  (agency, year) => `${year}年${agency}政府信息公开工作年度报告`,
  (agency, year) => `${agency}${year}年度政府信息公开工作报告`,
  (agency, year) => `${agency}政府信息公开工作年度报告（${year}年）`,
  (agency, year) => `${agency}关于${year}年度政府信息公开工作情况的报告`,
];
const NAMELESS_TITLES: readonly ((year: number) => string)[] = [
  (year) => `${year}年政府信息公开工作年度报告`,
  (year) => `${year}年度政府信息公开年度报告`,
  () => '政府信息公开工作年度报告',
  (year) => `政府信息公开工作年度报告（${year}年度）`,
];

interface Drawn {
  readonly html: string;
  readonly part: string;
  readonly agency?: boolean;
  readonly year?: boolean;
  readonly date?: boolean;
}

const NOTHING: Drawn = { html: '', part: '' };
const p = (text: string): string => `<p>${escapeHtml(text)}</p>`;

function drawTitle(agency: string, year: number, rng: Rng): Drawn {
  const kind = rng.pick(['full', 'full', 'nameless', 'broken', 'none', 'none'] as const);
  if (kind === 'none') return NOTHING;
  if (kind === 'full') {
    return { html: `<h1>${rng.pick(FULL_TITLES)(agency, year)}</h1>`, part: 'title', agency: true, year: true };
  }
  if (kind === 'broken') {
    return {
      html: p(agency) + p(`${year}年政府信息公开工作年度报告`),
      part: 'title in two lines',
      agency: true,
      year: true,
    };
  }
  const title = rng.pick(NAMELESS_TITLES)(year);
  return { html: `<h1>${title}</h1>`, part: 'title without body', year: title.includes(String(year)) };
}

const dateOf = (iso: string, rng: Rng): string => {
  const [year, month, day] = iso.split('-').map(Number);
  return rng.pick([
    iso,
    iso.replaceAll('-', '/'),
    `${year}年${month}月${day}日`,
    `${iso} 10:21`,
    iso.replaceAll('-', ''),
  ]);
};

function drawTable(agency: string, iso: string, rng: Rng): Drawn {
  const kind = rng.pick(['none', 'none', 'table', 'line', 'date'] as const);
  if (kind === 'none') return NOTHING;
  if (kind === 'date') {
    return {
      html: p(rng.pick([`[${iso}]`, iso, `发布日期：${dateOf(iso, rng)}`])),
      part: 'date below the title',
      date: true,
    };
  }
  const body = rng.pick(['发布机构', '发布单位', '信息来源', '发文机关']);
  const date = rng.pick(['发布日期', '发布时间', '发文日期', '公开日期']);
  const day = dateOf(iso, rng);
  if (kind === 'line') {
    return { html: p(`${date}：${day} ${body}：${agency}`), part: 'information line', agency: true, date: true };
  }
  const cells = (...texts: readonly string[]) => `<tr>${texts.map((text) => `<td>${text}</td>`).join('')}</tr>`;
  const html = `<table>${cells('索 引 号', '014416330/2023-04736', '分 类', '政府信息公开年报')}${cells(body, agency, date, day)}</table>`;
  return { html, part: 'information table', agency: true, date: true };
}

function drawSignature(agency: string, iso: string, rng: Rng): Drawn {
  const kind = rng.pick(['none', 'lines', 'line', 'date'] as const);
  if (kind === 'none') return NOTHING;
  const [year, month, day] = iso.split('-').map(Number);
  const date = `${year}年${month}月${day}日`;
  if (kind === 'date') return { html: p(date), part: 'signed date', date: true };
  if (kind === 'line') return { html: p(`${agency} ${date}`), part: 'signature in one line', agency: true, date: true };
  return { html: p(agency) + p(date), part: 'signature', agency: true, date: true };
}

function drawPreamble(phrasing: Phrasing | null, agency: string, year: number, rng: Rng): Drawn {
  if (!phrasing) return NOTHING;
  const text = phrasing.text({ agency, year, self: selfOf(agency, rng) });
  const part = phrasing.names ? 'preamble' : 'preamble without body';
  return { html: p(text), part, agency: phrasing.names, year: true };
}

const withoutYears = (truth: Truth): Truth => ({
  ...truth,
  sections: truth.sections.map((section) => ({
    ...section,
    paragraphs: section.role === 'overview' ? ['本年度做好了政府信息公开的各项工作。'] : section.paragraphs,
  })),
});

/** The page of a seed, with phrasings of the open half or of the half kept aside. */
export function generateFront(seed: number, half: 'open' | 'kept aside'): GeneratedFront {
  const rng = seededRng(seed).fork(`front ${half}`);
  const drawn = randomTruth(rng.fork('truth'), '2021');
  const { year } = drawn;
  const agency = rng.chance(0.5) ? rng.pick(MORE_BODIES) : randomBody(rng.fork('body')).name;
  const iso = `${year + 1}-01-${String(rng.int(4, 30)).padStart(2, '0')}`;
  const phrasing = rng.chance(0.85) ? rng.pick(half === 'open' ? PHRASINGS : KEPT_ASIDE) : null;
  const title = drawTitle(agency, year, rng.fork('title'));
  const table = drawTable(agency, iso, rng.fork('table'));
  const preamble = drawPreamble(phrasing, agency, year, rng.fork('preamble'));
  const signature = drawSignature(agency, iso, rng.fork('signature'));
  const head = rng.chance(0.7) ? [title, table] : [table, title];
  const all = [...head, preamble, signature];
  const [, ...body] = layOut(withoutYears(drawn));
  const blocks = body.map((block) =>
    block.kind === 'prose' ? p(block.text) : drawHtmlTable(block, NO_DRAFT, rng.fork('draw')),
  );
  const html = `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><div class="content">${[...head, preamble].map((part) => part.html).join('\n')}\n${blocks.join('\n')}\n${signature.html}</div></body></html>`;
  return {
    seed,
    bytes: new TextEncoder().encode(html),
    path: `front-${seed}.html`,
    agencies: all.some((part) => part.agency) ? [agency] : [],
    year,
    saysYear: all.some((part) => part.year),
    publishedOn: all.some((part) => part.date) ? iso : null,
    parts: all.map(({ part }) => part).filter((part) => part !== ''),
  };
}

const NO_DRAFT = { writing: { cell: [] } } as unknown as Parameters<typeof drawHtmlTable>[1];
