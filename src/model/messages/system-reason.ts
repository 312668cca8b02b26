import type { Message } from '../report.ts';

/** What the system says of files and of the network in English, in Chinese, by its codes (errno(3), getaddrinfo(3)). */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: '没有权限',
  EBUSY: '正被占用',
  EDQUOT: '超出磁盘配额',
  EEXIST: '已存在',
  EINVAL: '参数无效',
  EIO: '磁盘读写出错',
  EISDIR: '这是一个文件夹',
  ELOOP: '链接循环',
  EMFILE: '打开的文件过多',
  ENAMETOOLONG: '名称过长',
  ENFILE: '系统打开的文件过多',
  ENOENT: '没有这个文件或文件夹',
  ENOSPC: '磁盘空间已满',
  ENOTDIR: '路径中有一部分不是文件夹',
  EPERM: '不允许此操作',
  EROFS: '存储为只读',
  ECONNREFUSED: '连接被拒绝',
  ECONNRESET: '连接被中断',
  EHOSTUNREACH: '无法到达主机',
  ENETUNREACH: '无法到达网络',
  ENOTFOUND: '找不到该名称',
  EAI_AGAIN: '域名解析暂时失败',
  ETIMEDOUT: '连接超时',
  EPIPE: '对方已关闭连接',
};

/** What an error that is not ours says: its own words, and in Chinese those of its code where that is known. */
export function systemReason(error: unknown): Message {
  const en = error instanceof Error ? error.message : String(error);
  const { code, path } = Object(error) as { readonly code?: unknown; readonly path?: unknown };
  const known = typeof code === 'string' && Object.hasOwn(REASONS, code) ? REASONS[code] : undefined;
  return { zh: known ? `${known}（${code}${typeof path === 'string' ? `：${path}` : ''}）` : en, en };
}
