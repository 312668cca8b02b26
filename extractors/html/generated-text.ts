import type { Element } from 'domhandler';
import { unescapeCss } from './style/declarations.ts';

/** What a `content` declaration writes, and what of it is not understood. */
interface Generated {
  readonly text: string;
  readonly unsure: string | null;
}

const PARTS =
  /"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|attr\(\s*([\w-]+)\s*\)|([\w-]+)\([^()]*\)|([^\s"'()]+)/g;
const NOTHING = new Set(['none', 'normal', 'initial', 'unset', 'inherit', 'revert', 'no-open-quote', 'no-close-quote']);

/** The text that a style sheet writes before or behind that of an element (CSS Content 3 §2). Its own text after a slash is not shown. */
export function generatedText(content: string, element: Element): Generated {
  let text = '';
  let unsure: string | null = null;
  for (const [, double, single, attribute, called, word] of content.matchAll(PARTS)) {
    const quoted = double ?? single;
    if (word === '/') break;
    if (quoted !== undefined) text += unescapeCss(quoted);
    else if (attribute !== undefined) text += element.attribs[attribute.toLowerCase()] ?? '';
    else if (called !== undefined) unsure = `${called}()`;
    else if (word !== undefined && !NOTHING.has(word.toLowerCase())) unsure = word;
  }
  return { text, unsure };
}
