import type { PageFacts } from './page-facts.ts';

/** What draws a list when the page is open. */
const LOADER =
  /\$\.(?:ajax|get|post|getJSON)\s*\(|axios|fetch\s*\(|XMLHttpRequest|createApp|new Vue|_isAgg|lightfrontaction|dataproxy|build\/unit/;
const MOUNT = /<div[^>]{0,200}\bid\s*=\s*["']?(?:app|root|__nuxt|__next)["'\s>]/i;
const TEMPLATE = /\bv-for\s*=|\bng-repeat\s*=|\{\{\s*\w/;

/** An application's page has next to no words of its own. */
const FEW_WORDS = 200;

/**
 * Whether a script draws what a page lacks: a mounting point with nothing in it, a template of rows, or, where a list belongs, any
 * request made by script.
 */
export function hasShell(facts: PageFacts, text: string, annual: boolean): boolean {
  if (MOUNT.test(text) && facts.text.replace(/\s+/g, '').length < FEW_WORDS) return true;
  if (!annual) return false;
  return TEMPLATE.test(text) || MOUNT.test(text) || LOADER.test(facts.scripts);
}
