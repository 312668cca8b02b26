#!/usr/bin/env node
import { EXIT } from './command.ts';
import { complain, type Io } from './io.ts';
import { languageOf } from './language.ts';
import { sqliteFailure } from './sqlite-failure.ts';

const io: Io = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
};

const failure = sqliteFailure(languageOf(undefined, io));
if (failure === null) {
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv.slice(2), io);
} else {
  complain(io, failure);
  process.exitCode = EXIT.internal;
}
