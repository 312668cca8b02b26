/**
 * Characters that look like a Chinese character but are coded as something else. Browser-made PDFs and some editors write
 * 行 as ⾏ (Kangxi radicals, U+2F00) or 长 as ⻓ (radicals supplement, U+2E80). Unicode's own compatibility mapping covers
 * the first block and leaves most of the second out, so the second stands here.
 */
const SUPPLEMENT =
  '⺁厂⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋卩⺌小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢水⺣灬⺤爫⺥爪⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糸⺰纟⺱罒⺲罒⺴罓⺵罒⺶羊⺷羊⺸羊⺹耂⺺聿⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';

const SUPPLEMENT_MAP = new Map<string, string>();
const supplement = [...SUPPLEMENT];
for (let i = 0; i + 1 < supplement.length; i += 2) {
  SUPPLEMENT_MAP.set(supplement[i] as string, supplement[i + 1] as string);
}

const LOOKALIKES = /[\u2e80-\u2fdf\uf900-\ufaff]/;
const EACH_LOOKALIKE = /[\u2e80-\u2fdf\uf900-\ufaff]/g;

/** Replaces look-alike characters by the ones a reader sees; leaves widths and punctuation as they are. */
export function unifyCharacters(text: string): string {
  if (!LOOKALIKES.test(text)) return text;
  return text.replace(EACH_LOOKALIKE, (char) => SUPPLEMENT_MAP.get(char) ?? char.normalize('NFKC'));
}
