/** Codes of places as in GB/T 2260, compared by their digits: 3306 is a prefecture, 330603 a county of it. */

/** First two digits of all provinces; 66 is the corps in 新疆 that has its own sites. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 66 71 81 82'.split(' '),
);
/** 北京, 天津, 上海, 重庆: their districts have no prefecture above them. */
const MUNICIPALITIES = new Set(['11', '12', '31', '50']);

/**
 * The digits that name the place of a county or above: 330600 and 330601 (市辖区) are 3306, 330000 is 33, 330603100 is 330603.
 * Null for what is no such code.
 */
export function placeCode(code: string | null | undefined): string | null {
  if (!code || !/^(?:\d{2}|\d{4}|\d{6,12})$/.test(code) || !PROVINCES.has(code.slice(0, 2))) return null;
  const [province = '', prefecture = '00', county = '00'] = code.match(/../g) ?? [];
  if (MUNICIPALITIES.has(province)) return county === '00' ? province : code.slice(0, 6);
  if (prefecture === '00') return county === '00' ? province : null;
  return county === '00' || county === '01' ? code.slice(0, 4) : code.slice(0, 6);
}

/**
 * The place in a page's SiteIDCode: ten digits, six of the place and four of the site. Nonsense (0000000000, 1234567890, one digit
 * over and over) is common and is no code.
 */
export function siteIdPlace(text: string | null | undefined): string | null {
  const digits = (text ?? '').trim();
  if (!/^\d{10}$/.test(digits) || /^(\d)\1+$/.test(digits) || digits === '1234567890') return null;
  return placeCode(digits.slice(0, 6));
}

/** The area in which names of places are unique: a prefecture, or one of the four municipalities. Null above that. */
export function areaOf(code: string | null): string | null {
  if (code === null) return null;
  if (MUNICIPALITIES.has(code.slice(0, 2))) return code.slice(0, 2);
  return code.length >= 4 ? code.slice(0, 4) : null;
}

/** Whether the one lies in the other and is not the same. */
export const isBelow = (code: string, other: string): boolean => code !== other && code.startsWith(other);
