import { type ChildProcess, spawn } from 'node:child_process';
import { textOf } from '../../model/messages/bilingual-error.ts';
import type { Message } from '../../model/report.ts';
import { printableLine } from '../export/printable.ts';

/** How long a command of the operator may take, ms: a mail server that does not answer must not hold up the next night. */
const TIME_LIMIT = 60_000;
/** Characters of what it says that are told where it fails. */
const MOST_SAID = 500;

/** Whether the shell and what it begins can be stopped together. */
const OWN_GROUP = process.platform !== 'win32';

function stopAll(child: ChildProcess): void {
  try {
    if (OWN_GROUP && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // It ended by itself meanwhile.
  }
}

/** What the command is given. */
export interface Notice {
  /** JSON on its standard input. */
  readonly json: string;
  /** In its environment as LANTING_SUMMARY. */
  readonly line: string;
}

/**
 * Runs a command line of the operator's in the system's shell, exactly as they wrote it: what is told goes to its standard
 * input and its environment and never into the command. Null where it went well, else why not; it never throws.
 */
export function notify(command: string, { json, line }: Notice, timeLimit = TIME_LIMIT): Promise<Message | null> {
  const child = spawn(command, {
    shell: true,
    detached: OWN_GROUP,
    windowsHide: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, LANTING_SUMMARY: printableLine(line) },
  });
  let said = '';
  let isOver = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-MOST_SAID);
    });
  }
  // It need not read what it is given.
  child.stdin.on('error', () => {});
  child.stdin.end(json);
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      isOver = true;
      stopAll(child);
    }, timeLimit);
    const end = (failure: Message | null) => {
      clearTimeout(timer);
      const words = said.trim();
      resolve(failure && words ? { zh: `${failure.zh}：${words}`, en: `${failure.en}: ${words}` } : failure);
    };
    child.on('error', (error) => end(textOf(error)));
    child.on('close', (code, signal) => {
      if (isOver) {
        const seconds = timeLimit / 1_000;
        end({ zh: `${seconds} 秒后仍未完成，已被中止`, en: `it was not done after ${seconds} s and was stopped` });
      } else if (code === null) end({ zh: `因信号 ${signal} 而结束`, en: `it ended with the signal ${signal}` });
      else end(code === 0 ? null : { zh: `以退出码 ${code} 结束`, en: `it ended with exit code ${code}` });
    });
  });
}
