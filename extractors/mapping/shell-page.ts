import { exShell } from '../../src/model/doubts/ex-shell.ts';
import type { Doubt } from '../../src/model/report.ts';
import type { Document } from '../document.ts';

/** What a guard's page, or one that a script must fill, says to a person. */
const PLEAS =
  /验证码|安全验证|人机验证|访问异常|异常访问|滑块|正在(?:加载|载入|检查|检测|验证)|请稍[候后]|(?:开启|启用|打开|支持).{0,8}javascript|enable\s?javascript|just\s?a\s?moment|checking\s?your\s?browser|captcha/iu;
/** Characters of a notice at most; a page with more is read as what it says. */
const NOTICE = 300;

/**
 * The doubt that a page which holds no report is a shell: a script would draw the text, or a guard asks for proof first.
 * Null for a page with text of its own, and for a file of pictures.
 */
export function shellDoubt({ blocks, marks, doubts: others }: Document): Doubt | null {
  let text = '';
  for (const block of blocks) {
    if (block.kind === 'picture') return null;
    text += block.kind === 'paragraph' ? block.text : block.cells.map((cell) => cell.text).join('');
    if (text.length > NOTICE) return null;
  }
  const plea = PLEAS.exec(`${marks.pageTitle ?? ''}\n${text}`)?.[0];
  if (plea !== undefined) return exShell.page(plea);
  const isPage = marks.pageTitle !== undefined || Object.keys(marks.meta).length > 0;
  return isPage && others.length === 0 && text.trim() === '' ? exShell.page(null) : null;
}
